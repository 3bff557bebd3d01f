package org.verbacode.learning.ridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.features.Clauses;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.TrainingRow;

/**
 * Cross-validated scores of coded answers in five folds, in place of leave-one-out scores, which an iterative solver
 * cannot give. Among thousands of answers they are nearly the same. An answer that is learned later keeps the score
 * it had before. May be read by any thread.
 */
final class FoldScores {
    private static final int FOLDS = 5;
    /** Relative tolerance of weights that serve only to measure quality. */
    private static final double TOLERANCE = 1e-3;

    /** By answer; then by kernel and code. */
    private final Map<Features, double[][]> scores = new ConcurrentHashMap<>();

    /** @param answers are assigned to folds by their order */
    FoldScores(
            FeatureSpace space,
            List<RidgeGroup> groups,
            List<TrainingRow> answers,
            int codes,
            Regularisation regularisation) {
        answers.forEach(answer -> scores.put(answer.features, new double[Kernels.COUNT][codes]));
        for (RidgeGroup group : groups) {
            for (int fold = 0; fold < FOLDS; fold++) {
                judge(space, group, fold, regularisation);
            }
        }
    }

    private void judge(FeatureSpace space, RidgeGroup group, int fold, Regularisation regularisation) {
        // The codebook's texts are always learned from and get no score.
        int[] judged = IntStream.range(0, group.size())
                .filter(i ->
                        i % FOLDS == fold && scores.containsKey(group.rows().get(i).features))
                .toArray();
        boolean[] isJudged = new boolean[group.size()];
        IntStream.of(judged).forEach(i -> isJudged[i] = true);
        int[] rest = IntStream.range(0, group.size()).filter(i -> !isJudged[i]).toArray();
        List<TrainingRow> texts = IntStream.of(rest).mapToObj(group.rows()::get).toList();
        IntStream.range(0, Kernels.COUNT * group.codes().length).parallel().forEach(job -> {
            int kernel = job % Kernels.COUNT;
            int place = job / Kernels.COUNT;
            int code = group.codes()[place];
            double[] all = group.alphas(kernel)[place];
            double[] start = IntStream.of(rest).mapToDouble(i -> all[i]).toArray();
            double[] target =
                    texts.stream().mapToDouble(row -> row.target(code)).toArray();
            double[] alpha = new IterativeRidge(space, kernel, texts, regularisation).weights(target, start, TOLERANCE);
            KernelExpansion direction = new KernelExpansion(space, kernel, texts, alpha);
            for (int i : judged) {
                Features answer = group.rows().get(i).features;
                double[][] ofAnswer = scores.getOrDefault(answer, new double[0][]);
                ofAnswer[kernel][code] = Clauses.score(answer, direction::score, regularisation);
            }
        });
    }

    /** Scores by kernel and code; empty for an answer that has not been learned. */
    Optional<double[][]> of(TrainingRow row) {
        return Optional.ofNullable(scores.get(row.features));
    }

    /** Stores the current scores of an answer that is about to be learned. */
    void adding(TrainingRow row, List<RidgeGroup> groups, int codes) {
        double[][] before = new double[Kernels.COUNT][codes];
        for (RidgeGroup group : groups) {
            for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
                group.score(kernel, row.features, before);
            }
        }
        scores.put(row.features, before);
    }

    void removed(TrainingRow row) {
        scores.remove(row.features);
    }
}

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
 * What coded answers score that were left out of learning, a fifth of them at a time. Among thousands that is nearly what
 * each would score left out by itself, which iteration cannot tell. An answer that is learned later keeps what it scored
 * before. May be read by any thread.
 */
final class FoldScores {
    private static final int FOLDS = 5;
    /** Of weights that only tell how good the ridges are. */
    private static final double ROUGH = 1e-3;

    /** By answer: by kernel and code. */
    private final Map<Features, double[][]> scores = new ConcurrentHashMap<>();

    /** @param answers dealt into the folds by their order */
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
        // The codebook's texts have no score here: they are always learned from.
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
            double[] alpha = new IterativeRidge(space, kernel, texts, regularisation).weights(target, start, ROUGH);
            KernelExpansion direction = new KernelExpansion(space, kernel, texts, alpha);
            for (int i : judged) {
                Features answer = group.rows().get(i).features;
                double[][] ofAnswer = scores.getOrDefault(answer, new double[0][]);
                ofAnswer[kernel][code] = Clauses.score(answer, direction::score, regularisation);
            }
        });
    }

    /** By kernel and code; empty for an answer that has not been learned. */
    Optional<double[][]> of(TrainingRow row) {
        return Optional.ofNullable(scores.get(row.features));
    }

    /** An answer that is about to be learned scores what the ridges say of it now. */
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

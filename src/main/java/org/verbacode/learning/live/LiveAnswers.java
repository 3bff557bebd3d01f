package org.verbacode.learning.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.decision.ScoredPair;
import org.verbacode.learning.decision.Thresholds.Judged;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.TrainingRow;
import org.verbacode.learning.fitting.FittedRidges;
import org.verbacode.study.AnswerId;

/**
 * The answers of a question, their ridge scores and the codings learned from. An answer is named by its index. Coded
 * answers get leave-one-out scores. Not for several threads.
 */
public final class LiveAnswers {
    private final FittedRidges fit;
    private final List<AnswerId> ids;
    private final Map<AnswerId, Integer> indices = new HashMap<>();
    /** By answer, codebook score and code; codings do not change them. */
    private final double[][][] definitions;

    private final LiveScores scores;
    private final Map<Integer, TrainingRow> coded = new LinkedHashMap<>();

    /** @param examples the coded answers, which {@code fit} has learned */
    public LiveAnswers(FittedRidges fit, Map<AnswerId, AnalysedAnswer> answers, Map<AnswerId, TrainingRow> examples) {
        this.fit = fit;
        this.ids = List.copyOf(answers.keySet());
        ids.forEach(id -> indices.put(id, indices.size()));
        examples.forEach((id, row) -> coded.put(index(id), row));
        List<AnalysedAnswer> analysed = List.copyOf(answers.values());
        Features[] features = IntStream.range(0, analysed.size())
                .parallel()
                .mapToObj(i -> {
                    TrainingRow row = coded.get(i);
                    return row == null ? fit.space.answer(analysed.get(i)) : row.features;
                })
                .toArray(Features[]::new);
        definitions =
                Arrays.stream(features).parallel().map(fit.codebookScores::of).toArray(double[][][]::new);
        scores = new LiveScores(fit, List.of(features));
        scores.learn(fit.rows(List.copyOf(coded.values())));
    }

    public boolean has(AnswerId id) {
        return indices.containsKey(id);
    }

    /** @throws IllegalArgumentException if it is not an answer of this question */
    public int index(AnswerId id) {
        Integer index = indices.get(id);
        if (index == null) {
            throw new IllegalArgumentException("not an answer of this question: " + id);
        }
        return index;
    }

    public LiveScores scores() {
        return scores;
    }

    /** By answer, codebook score and code. */
    public double[][][] definitions() {
        return definitions;
    }

    /** The coded answers by their indices. */
    public Map<Integer, TrainingRow> coded() {
        return coded;
    }

    /** The ids of the coded answers. */
    public Set<AnswerId> codedIds() {
        return coded.keySet().stream().map(ids::get).collect(Collectors.toUnmodifiableSet());
    }

    /** Stores how an answer is coded, null for not at all; returns how it was coded before. */
    public @Nullable TrainingRow code(int index, @Nullable TrainingRow row) {
        return row == null ? coded.remove(index) : coded.put(index, row);
    }

    /** The leave-one-out scores of the coded answers for each code considered, from which calibration learns. */
    public List<List<ScoredPair>> pairs(int[] bearing) {
        return coded.entrySet().stream()
                .map(answer -> fit.pairs(answer.getValue(), definitions[answer.getKey()], bearing))
                .filter(pairs -> !pairs.isEmpty())
                .toList();
    }

    /** The scores of coded answers for codes that were not considered for them and rarely for others. */
    public List<ScoredPair> unconsideredPairs(int[] bearing) {
        boolean[] rarely = fit.rarelyConsidered(coded.values());
        List<ScoredPair> pairs = new ArrayList<>();
        coded.forEach((index, row) -> {
            int[] unconsidered = IntStream.range(0, rarely.length)
                    .filter(code -> rarely[code] && !row.considers(code))
                    .toArray();
            if (unconsidered.length > 0) {
                double[][] ofAnswer = IntStream.range(0, Kernels.COUNT)
                        .mapToObj(kernel -> scores.of(kernel, index))
                        .toArray(double[][]::new);
                for (int code : unconsidered) {
                    pairs.add(FittedRidges.unconsideredPair(code, ofAnswer, definitions[index], bearing));
                }
            }
        });
        return pairs;
    }

    /** The logit of each code for an answer; leave-one-out for codes considered for it. */
    public double[] logits(int index, LiveCalibration by) {
        TrainingRow row = coded.get(index);
        double[][] leftOut = row == null
                ? new double[0][]
                : fit.ridges.leftOut(row, fit.codes()).orElse(new double[0][]);
        TrainingRow calibrated = by.coded[index];
        double[] logits = by.unmoved[index].clone();
        for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
            double[] ofKernel = scores.of(kernel, index);
            for (int code = 0; code < logits.length; code++) {
                boolean isLeftOut = row != null && leftOut.length > 0 && row.considers(code);
                logits[code] += by.of(calibrated, code).slope(code, kernel)
                        * (isLeftOut ? leftOut[kernel][code] : ofKernel[code]);
            }
        }
        return logits;
    }

    /** Number of answers. */
    public int count() {
        return ids.size();
    }

    /**
     * The codes given to some answers, in the order of the answers and of the codebook.
     *
     * @param to exclusive
     */
    public Map<AnswerId, List<CodeId>> proposed(LiveCalibration by, int from, int to) {
        Map<AnswerId, List<CodeId>> proposed = new LinkedHashMap<>();
        for (int index = from; index < to; index++) {
            proposed.put(ids.get(index), proposed(by.calibration.decisionRule.gives(logits(index, by))));
        }
        return proposed;
    }

    private List<CodeId> proposed(boolean[] given) {
        return IntStream.range(0, given.length)
                .filter(code -> given[code])
                .mapToObj(code -> fit.codebook.codes().get(code).id())
                .toList();
    }

    /** The leave-one-out logits of coded answers for each code considered, with its coding. */
    public List<List<Judged>> judged(LiveCalibration by, List<Integer> indices) {
        List<List<Judged>> judged = new ArrayList<>();
        indices.forEach(index -> {
            TrainingRow row = coded.get(index);
            if (row == null) {
                return;
            }
            double[] logits = logits(index, by);
            judged.add(IntStream.range(0, logits.length)
                    .filter(row::considers)
                    .mapToObj(code -> new Judged(code, logits[code], row.bears(code)))
                    .toList());
        });
        return judged;
    }
}

package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.learning.Thresholds.Judged;

/** How scores become probabilities and probabilities codes, learned on answers left out of the ridges. */
final class Calibration {
    final PooledLogistic logistic;
    /** By code: the logit from which it is given. */
    final double[] thresholds;
    /** By code: what is added to its logit so that probabilities are right on average. */
    final double[] offsets;
    /** By code. */
    final List<CodeQuality> qualities;

    private Calibration(PooledLogistic logistic, double[] thresholds, double[] offsets, List<CodeQuality> qualities) {
        this.logistic = logistic;
        this.thresholds = thresholds;
        this.offsets = offsets;
        this.qualities = List.copyOf(qualities);
    }

    /** @throws IllegalArgumentException if there is no pair */
    static Calibration of(List<ScoredPair> pairs, Codebook codebook) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("no code was considered for any answer");
        }
        PooledLogistic logistic = PooledLogistic.learn(pairs);
        Judged[] judged = judged(pairs, logistic);
        int codes = codebook.codes().size();
        double[] offsets = Thresholds.offsets(judged, codes);
        double[] thresholds = Thresholds.of(judged, offsets);
        return new Calibration(logistic, thresholds, offsets, qualities(judged, codebook, thresholds, true));
    }

    /** −ln of the probability that it gives to what is the case. */
    double loss(ScoredPair pair) {
        return PooledLogistic.logLoss(logistic.logit(pair.scores, pair.examples) + offsets[pair.code], pair.applies);
    }

    /** The probability from which each code is given. */
    Map<CodeId, Double> givenFrom(Codebook codebook) {
        Map<CodeId, Double> givenFrom = new LinkedHashMap<>();
        for (int code = 0; code < thresholds.length; code++) {
            givenFrom.put(
                    codebook.codes().get(code).id(), PooledLogistic.probability(thresholds[code] + offsets[code]));
        }
        return givenFrom;
    }

    /** How good the codes are by the same thresholds on other pairs; how well answers are ranked is left out. */
    List<CodeQuality> qualities(Judged[] judged, Codebook codebook) {
        return qualities(judged, codebook, thresholds, false);
    }

    private static Judged[] judged(List<ScoredPair> pairs, PooledLogistic logistic) {
        return pairs.stream()
                .map(pair -> new Judged(pair.code, logistic.logit(pair.scores, pair.examples), pair.applies))
                .toArray(Judged[]::new);
    }

    private static double averagePrecision(Judged[] judged, int code, int applies) {
        List<AveragePrecision.Ranked> ranked = Arrays.stream(judged)
                .filter(pair -> pair.code() == code)
                .map(pair -> new AveragePrecision.Ranked(pair.logit(), pair.applies()))
                .toList();
        return AveragePrecision.of(ranked, applies);
    }

    private static List<CodeQuality> qualities(Judged[] judged, Codebook codebook, double[] thresholds, boolean ranks) {
        int codes = thresholds.length;
        int[] considered = new int[codes];
        int[] applies = new int[codes];
        int[] given = new int[codes];
        int[] right = new int[codes];
        for (Judged pair : judged) {
            boolean gives = pair.logit() >= thresholds[pair.code()];
            considered[pair.code()]++;
            applies[pair.code()] += pair.applies() ? 1 : 0;
            given[pair.code()] += gives ? 1 : 0;
            right[pair.code()] += gives && pair.applies() ? 1 : 0;
        }
        List<CodeQuality> qualities = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            qualities.add(new CodeQuality(
                    codebook.codes().get(code).id(),
                    considered[code],
                    applies[code],
                    given[code] == 0 ? 0 : (double) right[code] / given[code],
                    applies[code] == 0 ? 0 : (double) right[code] / applies[code],
                    ranks ? averagePrecision(judged, code, applies[code]) : null));
        }
        return qualities;
    }
}

package org.verbacode.learning.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where a logit becomes a code, on what the model says of answers left out of its training. For a code with few examples:
 * half-way between the cut of best micro-F1 over all codes, and the cut at which the code is given as often as people gave
 * it. The more examples, the nearer to the probability F/2, where F is the best micro-F1 that the probabilities let expect
 * (Lipton, Elkan and Narayanaswamy 2014, arXiv 1402.1892). Where nobody gave any code it takes even odds to give one.
 */
public final class Thresholds {
    /** With so many examples the two decisionRule weigh the same. */
    private static final double FEW = 40;

    private static final double CONVERGED = 1e-12;
    /** The logit of even odds. */
    private static final double EVEN = 0;

    private Thresholds() {}

    /** A logit of an answer left out, and whether the code applies. */
    public record Judged(int code, double logit, boolean applies) {}

    /**
     * One threshold a code.
     *
     * @param offsets by code: what makes its probabilities right on average
     */
    static double[] of(Judged[] judged, double[] offsets) {
        Judged[] sorted = judged.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(Judged::logit).reversed());
        double best = bestCut(sorted);
        List<List<Judged>> byCode = byCode(sorted, offsets.length);
        double expected = expectedCut(judged, offsets);
        double[] thresholds = new double[offsets.length];
        for (int code = 0; code < offsets.length; code++) {
            double mid = (best + priorMatch(byCode.get(code), best)) / 2;
            long examples = byCode.get(code).stream().filter(Judged::applies).count();
            double weight = examples / (examples + FEW);
            thresholds[code] = weight * (expected - offsets[code]) + (1 - weight) * mid;
        }
        return thresholds;
    }

    /** The logit of F/2, F being the best micro-F1 that the calibrated probabilities let expect. */
    private static double expectedCut(Judged[] judged, double[] offsets) {
        double[] probabilities = Arrays.stream(judged)
                .mapToDouble(pair -> PooledLogistic.probability(pair.logit() + offsets[pair.code()]))
                .sorted()
                .toArray();
        double positives = Arrays.stream(probabilities).sum();
        double right = 0;
        double bestF1 = 0;
        for (int given = 1; given <= probabilities.length; given++) {
            right += probabilities[probabilities.length - given];
            bestF1 = Math.max(bestF1, 2 * right / (given + positives));
        }
        return StrictMath.log(bestF1 / (2 - bestF1));
    }

    /** The cut of best micro-F1; 0 if no code applies anywhere, so that nothing tells one cut from another. */
    public static double bestCut(List<Judged> judged) {
        return bestCut(judged.stream()
                .sorted(Comparator.comparingDouble(Judged::logit).reversed())
                .toArray(Judged[]::new));
    }

    private static double bestCut(Judged[] sorted) {
        long positives = Arrays.stream(sorted).filter(Judged::applies).count();
        if (positives == 0) {
            return EVEN;
        }
        int right = 0;
        double bestF1 = -1;
        double cut = 0;
        for (int given = 1; given <= sorted.length; given++) {
            right += sorted[given - 1].applies() ? 1 : 0;
            if (given < sorted.length && sorted[given].logit() == sorted[given - 1].logit()) {
                continue;
            }
            double f1 = 2.0 * right / (given + positives);
            if (f1 > bestF1) {
                bestF1 = f1;
                cut = given < sorted.length
                        ? (sorted[given - 1].logit() + sorted[given].logit()) / 2
                        : sorted[given - 1].logit();
            }
        }
        return cut;
    }

    private static double priorMatch(List<Judged> sorted, double otherwise) {
        int positives = (int) sorted.stream().filter(Judged::applies).count();
        return positives == 0 || positives == sorted.size()
                ? otherwise
                : (sorted.get(positives - 1).logit() + sorted.get(positives).logit()) / 2;
    }

    /** In the same order. */
    private static List<List<Judged>> byCode(Judged[] judged, int codes) {
        List<List<Judged>> byCode = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            byCode.add(new ArrayList<>());
        }
        for (Judged pair : judged) {
            byCode.get(pair.code()).add(pair);
        }
        return byCode;
    }

    /** By code: what is added to its logits so that its probabilities are right on average. */
    static double[] offsets(Judged[] judged, int codes) {
        return byCode(judged, codes).stream().mapToDouble(Thresholds::offset).toArray();
    }

    /** Least log-loss + 2·o². */
    private static double offset(List<Judged> ofCode) {
        double offset = 0;
        for (int step = 0; step < 50; step++) {
            double slope = 4 * offset;
            double curvature = 4;
            for (Judged pair : ofCode) {
                double p = PooledLogistic.probability(pair.logit() + offset);
                slope += p - (pair.applies() ? 1 : 0);
                curvature += p * (1 - p);
            }
            double move = slope / curvature;
            offset -= move;
            if (Math.abs(move) < CONVERGED) {
                break;
            }
        }
        return offset;
    }
}

package org.verbacode.learning.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Per-code decision thresholds, chosen on the leave-one-out logits of the training answers. A code's threshold lies
 * half-way between the one of best micro-F1 over all codes and the one at which the code is given as often as people
 * gave it. The more examples the code has, the nearer it comes to the logit of F/2, where F is the best micro-F1
 * expected from the probabilities (Lipton, Elkan and Narayanaswamy 2014, arXiv 1402.1892). If no code applies
 * anywhere, the threshold is at even odds.
 */
public final class Thresholds {
    /** Number of examples at which the empirical and the expected threshold weigh the same. */
    private static final double BALANCE_EXAMPLES = 40;

    /** Step length, in logits, at which Newton's method stops. */
    private static final double CONVERGED = 1e-12;
    /** Logit of probability ½. */
    private static final double EVEN_ODDS = 0;

    private Thresholds() {}

    /** A leave-one-out logit of a code, and whether the code applies. */
    public record Judged(int code, double logit, boolean applies) {}

    /**
     * The threshold of each code.
     *
     * @param offsets by code: calibrates its probabilities
     */
    static double[] of(Judged[] judged, double[] offsets) {
        Judged[] sorted = judged.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(Judged::logit).reversed());
        double best = bestThreshold(sorted);
        List<List<Judged>> byCode = byCode(sorted, offsets.length);
        double expected = expectedThreshold(judged, offsets);
        double[] thresholds = new double[offsets.length];
        for (int code = 0; code < offsets.length; code++) {
            double mid = (best + priorMatch(byCode.get(code), best)) / 2;
            long examples = byCode.get(code).stream().filter(Judged::applies).count();
            double weight = examples / (examples + BALANCE_EXAMPLES);
            thresholds[code] = weight * (expected - offsets[code]) + (1 - weight) * mid;
        }
        return thresholds;
    }

    /** The logit of F/2, where F is the best micro-F1 expected from the calibrated probabilities. */
    private static double expectedThreshold(Judged[] judged, double[] offsets) {
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

    /** The threshold of best micro-F1; 0 if no code applies anywhere. */
    public static double bestThreshold(List<Judged> judged) {
        return bestThreshold(judged.stream()
                .sorted(Comparator.comparingDouble(Judged::logit).reversed())
                .toArray(Judged[]::new));
    }

    private static double bestThreshold(Judged[] sorted) {
        long positives = Arrays.stream(sorted).filter(Judged::applies).count();
        if (positives == 0) {
            return EVEN_ODDS;
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

    /** Groups pairs by code and keeps their order. */
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

    /** The offset of each code, which makes its probabilities right on average. */
    static double[] offsets(Judged[] judged, int codes) {
        return byCode(judged, codes).stream().mapToDouble(Thresholds::offset).toArray();
    }

    /** The offset o that minimises log-loss + 2·o². */
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

package org.verbacode.learning.decision;

import java.util.Arrays;
import java.util.List;
import org.verbacode.learning.decision.Thresholds.Judged;

/**
 * Thresholds for codes that were considered for few or none of the coded answers (cold start). Their ridges learn
 * mainly from the codebook, where such a code is far more frequent than among answers, and would suggest it
 * everywhere. The threshold and the offset are shrunk towards those at which the code is given as often as codes are
 * on average, judged on the answers for which it was not considered.
 */
final class ColdStartThresholds {
    /** Pseudo-count of the shrinkage: with this many considered answers both estimates weigh the same. */
    private static final double PSEUDO_COUNT = 20;

    /** Bisections halve the interval to below the precision of a double. */
    private static final int BISECTIONS = 60;
    /** Offsets are sought between these bounds, in logits. */
    private static final double MAX_ABS_LOGIT = 30;

    private ColdStartThresholds() {}

    /**
     * Replaces thresholds and offsets of codes that have unconsidered pairs.
     *
     * @param thresholds by code
     * @param offsets by code
     * @param judged the pairs that were considered
     * @param unconsidered pairs that were not
     */
    static void shrink(double[] thresholds, double[] offsets, Judged[] judged, List<Judged> unconsidered) {
        double meanPrevalence =
                share((double) Arrays.stream(judged).filter(Judged::applies).count(), judged.length);
        for (int code = 0; code < thresholds.length; code++) {
            int wanted = code;
            double[] logits = unconsidered.stream()
                    .filter(pair -> pair.code() == wanted)
                    .mapToDouble(Judged::logit)
                    .sorted()
                    .toArray();
            if (logits.length > 0) {
                List<Judged> known = Arrays.stream(judged)
                        .filter(pair -> pair.code() == wanted)
                        .toList();
                long positives = known.stream().filter(Judged::applies).count();
                double expected = share(positives + PSEUDO_COUNT * meanPrevalence, known.size() + PSEUDO_COUNT);
                double ownWeight = known.size() / (known.size() + PSEUDO_COUNT);
                double threshold = ownWeight * thresholds[code] + (1 - ownWeight) * thresholdFor(logits, expected);
                double offset = ownWeight * offsets[code] + (1 - ownWeight) * offset(logits, expected);
                thresholds[code] = Math.max(thresholds[code], threshold);
                offsets[code] = Math.min(offsets[code], offset);
            }
        }
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** The threshold above which at most this share of the logits lies; less where several are equal. */
    private static double thresholdFor(double[] rising, double share) {
        int given = (int) Math.round(share * rising.length);
        int first = Math.max(1, rising.length - given);
        while (first < rising.length && rising[first] == rising[first - 1]) {
            first++;
        }
        double below = rising[first - 1];
        return first < rising.length ? (below + rising[first]) / 2 : Math.nextUp(below);
    }

    /** The offset at which the mean probability is this share, by bisection. */
    private static double offset(double[] logits, double share) {
        double low = -MAX_ABS_LOGIT;
        double high = MAX_ABS_LOGIT;
        for (int i = 0; i < BISECTIONS; i++) {
            double offset = (low + high) / 2;
            double mean = Arrays.stream(logits)
                    .map(logit -> PooledLogistic.probability(logit + offset))
                    .average()
                    .orElse(0);
            if (mean < share) {
                low = offset;
            } else {
                high = offset;
            }
        }
        return (low + high) / 2;
    }
}

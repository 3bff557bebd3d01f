package org.verbacode.results;

import java.util.List;

/**
 * Calibration drift: observed against expected numbers of codes, on answers drawn at random and coded blind.
 *
 * @param answers number of judged answers
 * @param observed number of codes given by people
 * @param expected sum of the model's probabilities
 * @param low lower bound of (observed − expected) / answers, 95 %
 * @param high upper bound
 */
public record Drift(int answers, int observed, double expected, double low, double high) {
    /**
     * One answer.
     *
     * @param observed number of codes given by people
     * @param expected sum of the probabilities of the considered codes
     */
    public record Pair(int observed, double expected) {}

    /**
     * Drift of one code, observed 0 or 1 in each answer: Wilson's interval of the observed share less the expected
     * share.
     */
    public static Drift ofCode(List<Pair> pairs) {
        int observed = pairs.stream().mapToInt(Pair::observed).sum();
        double expected = pairs.stream().mapToDouble(Pair::expected).sum();
        Share share = new Share(observed, pairs.size());
        double mean = pairs.isEmpty() ? 0 : expected / pairs.size();
        return new Drift(pairs.size(), observed, expected, share.low() - mean, share.high() - mean);
    }

    /** Drift of all codes together, per answer: the normal interval of the mean difference; at least two answers. */
    public static Drift overall(List<Pair> pairs) {
        int n = pairs.size();
        int observed = pairs.stream().mapToInt(Pair::observed).sum();
        double expected = pairs.stream().mapToDouble(Pair::expected).sum();
        if (n < 2) {
            return new Drift(n, observed, expected, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double mean = (observed - expected) / n;
        double squares = pairs.stream()
                .mapToDouble(pair -> pair.observed() - pair.expected() - mean)
                .map(rest -> rest * rest)
                .sum();
        double half = Share.Z * Math.sqrt(squares / (n - 1) / n);
        return new Drift(n, observed, expected, mean - half, mean + half);
    }

    /** Observed less expected, per answer; 0 without answers. */
    public double value() {
        return answers == 0 ? 0 : (observed - expected) / answers;
    }

    /** Whether the interval excludes 0. */
    public boolean isClear() {
        return low > 0 || high < 0;
    }
}

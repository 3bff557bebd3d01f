package org.verbacode.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.verbacode.coding.CodeId;

/**
 * Calibration of probabilities: of the codes predicted with 70 %, seven in ten should apply.
 *
 * @param pairs number of judged pairs of answer and code
 * @param brier mean of (probability − truth)² over all pairs (Brier 1950)
 * @param calibrationError mean distance between probability and share of truth in the bins, weighted by pairs
 *     (expected calibration error, Naeini et al. 2015)
 * @param bins ten of equal width, from 0 to 1
 */
public record Reliability(int pairs, double brier, double calibrationError, List<Bin> bins) {
    private static final int BINS = 10;

    /**
     * The pairs of about the same probability.
     *
     * @param from lower bound of the bin
     * @param pairs number of pairs; if 0, nothing else is defined
     * @param probability mean over the pairs
     * @param share of the pairs in which the code applies
     */
    public record Bin(double from, int pairs, double probability, double share) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    static Reliability of(List<CodeId> codes, List<JudgedAnswer> answers) {
        int[] pairs = new int[BINS];
        double[] probabilities = new double[BINS];
        int[] right = new int[BINS];
        double squares = 0;
        for (JudgedAnswer answer : answers) {
            for (CodeId code : codes) {
                Double probability = answer.probabilities().get(code);
                if (probability != null && answer.truth().containsKey(code)) {
                    int truth = answer.applies(code) ? 1 : 0;
                    int bin = Math.min(BINS - 1, (int) (probability * BINS));
                    pairs[bin]++;
                    probabilities[bin] += probability;
                    right[bin] += truth;
                    squares += (probability - truth) * (probability - truth);
                }
            }
        }
        List<Bin> bins = new ArrayList<>();
        double distances = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int there = Math.max(1, pairs[bin]);
            bins.add(new Bin((double) bin / BINS, pairs[bin], probabilities[bin] / there, (double) right[bin] / there));
            distances += Math.abs(probabilities[bin] - right[bin]);
        }
        int all = Arrays.stream(pairs).sum();
        return new Reliability(all, squares / Math.max(1, all), distances / Math.max(1, all), bins);
    }
}

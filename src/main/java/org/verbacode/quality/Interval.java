package org.verbacode.quality;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A 95 % bootstrap interval of a figure over other answers of the same kind.
 *
 * @param low percentile 2.5
 * @param high percentile 97.5
 */
public record Interval(double low, double high) {
    /** Number of bootstrap resamples. */
    private static final int RESAMPLES = 1_000;
    /** Share of the resamples outside the interval on each side. */
    private static final double TAIL = 0.025;

    private static final long SEED = 1;

    /**
     * The percentile bootstrap (Efron and Tibshirani 1993, chapter 13): the figure on a thousand resamples of the
     * answers, with a fixed seed.
     *
     * @param answers number of answers
     * @param figure of a resample, given as indices of answers
     */
    public static Interval bootstrap(int answers, ToDoubleFunction<int[]> figure) {
        if (answers == 0) {
            return new Interval(0, 0);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] figures = new double[RESAMPLES];
        int[] drawn = new int[answers];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int k = 0; k < answers; k++) {
                drawn[k] = random.nextInt(answers);
            }
            figures[i] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(figures);
        int tail = (int) (RESAMPLES * TAIL);
        return new Interval(figures[tail], figures[RESAMPLES - 1 - tail]);
    }
}

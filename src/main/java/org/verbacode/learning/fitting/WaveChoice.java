package org.verbacode.learning.fitting;

import java.util.List;
import org.verbacode.learning.WaveWeights;

/**
 * Chooses the weights of older waves. All waves count alike unless the answers of the latest wave are clearly
 * predicted better otherwise. Criterion: leave-one-out log-loss, which changes with every probability and not only at
 * a threshold, as F1 does. A weighting is better if it lowers the mean loss per answer by more than two standard
 * errors of the differences.
 */
public final class WaveChoice {
    /** Below this many answers of the latest wave the choice is not reliable. */
    public static final int MIN_ANSWERS = 20;

    /** Standard errors by which a weighting must be better. */
    private static final double STANDARD_ERRORS = 2;

    private final List<Double> usual;
    private WaveWeights chosen;
    /** The mean decrease of the loss under the weighting judged last. */
    private double gain;

    /**
     * @param usual weights that are kept unless others are better
     * @param losses of the answers of the latest wave, each summed over its codes
     */
    public WaveChoice(WaveWeights usual, List<Double> losses) {
        this.chosen = usual;
        this.usual = List.copyOf(losses);
    }

    /** Whether there are enough answers to choose by. */
    public boolean canJudge() {
        return usual.size() >= MIN_ANSWERS;
    }

    /**
     * Judges weights that differ more from equal ones than those before.
     *
     * @return whether the loss is lower than under those before, so that weights going further are worth trying
     */
    public boolean judge(WaveWeights further, List<Double> losses) {
        int n = usual.size();
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += (usual.get(i) - losses.get(i)) / n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double deviation = usual.get(i) - losses.get(i) - mean;
            squares += deviation * deviation;
        }
        double standardError = Math.sqrt(squares / Math.max(1, n - 1) / n);
        boolean improves = mean > gain;
        if (improves && mean > STANDARD_ERRORS * standardError) {
            chosen = further;
        }
        gain = mean;
        return improves;
    }

    /** The best weights so far. */
    public WaveWeights chosen() {
        return chosen;
    }
}

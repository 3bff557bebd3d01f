package org.verbacode.learning.fitting;

import java.util.List;
import org.verbacode.learning.WaveWeights;

/**
 * How much older waves should count: as much as the latest, unless its answers clearly speak against that. They are judged
 * by the log-loss of what each scores that had been left out, which moves with every probability and not only where one
 * crosses a threshold, as F1 does. A weighting is better if it lowers the mean loss an answer by more than two standard
 * errors of the differences.
 */
public final class WaveChoice {
    /** Fewer answers of the latest wave say nothing. */
    public static final int FEWEST = 20;

    private static final double STANDARD_ERRORS = 2;

    private final List<Double> usual;
    private WaveWeights chosen;
    /** What the weighting judged last takes from the mean loss. */
    private double gain;

    /**
     * @param usual what is kept unless another is better
     * @param losses of the answers of the latest wave, each of all its codes together
     */
    public WaveChoice(WaveWeights usual, List<Double> losses) {
        this.chosen = usual;
        this.usual = List.copyOf(losses);
    }

    /** Whether there are answers enough to choose by. */
    public boolean canJudge() {
        return usual.size() >= FEWEST;
    }

    /**
     * Looks at a weighting that goes further than those before.
     *
     * @return whether it has less loss than the one before, so that it is worth going further still
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

    /** What is best so far. */
    public WaveWeights chosen() {
        return chosen;
    }
}

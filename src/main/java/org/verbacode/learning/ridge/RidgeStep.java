package org.verbacode.learning.ridge;

import java.util.List;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.TrainingRow;

/** One update of one kernel's ridges: a direction over texts and a step length for each code. */
public final class RidgeStep {
    public final int kernel;
    public final int[] codes;
    final List<TrainingRow> texts;
    /** Component of the direction for each text. */
    final double[] weights;
    /** Step length of each code. */
    public final double[] lengths;
    /** G changes by the outer product of the direction with itself, times this. */
    final double growth;
    /** The expansion of the direction: the change of every text's score per unit of step length. */
    public final KernelExpansion along;

    RidgeStep(
            FeatureSpace space,
            int kernel,
            int[] codes,
            List<TrainingRow> texts,
            double[] weights,
            double[] lengths,
            double growth) {
        this.kernel = kernel;
        this.codes = codes;
        this.texts = texts;
        this.weights = weights;
        this.lengths = lengths;
        this.growth = growth;
        this.along = new KernelExpansion(space, kernel, texts, weights);
    }
}

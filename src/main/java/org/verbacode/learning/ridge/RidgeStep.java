package org.verbacode.learning.ridge;

import java.util.List;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.TrainingRow;

/** One step of learning with one kernel: along one direction over texts, so far for each code. */
public final class RidgeStep {
    public final int kernel;
    public final int[] codes;
    final List<TrainingRow> texts;
    /** By text. */
    final double[] weights;
    /** By code. */
    public final double[] lengths;
    /** G moves by the weights times the weights times this. */
    final double growth;
    /** The weighted sum of the texts. */
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

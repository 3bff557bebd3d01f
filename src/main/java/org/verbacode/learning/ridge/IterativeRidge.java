package org.verbacode.learning.ridge;

import java.util.ArrayList;
import java.util.List;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.TrainingRow;

/**
 * A dual ridge for more texts than an inverse has room for: each solution is found by conjugate gradients on the
 * sparse features. It agrees with {@link DualRidge} up to the tolerance.
 */
final class IterativeRidge implements DualSystem {
    /** Relative tolerance of weights that are stored in single precision. */
    static final double FINE_TOLERANCE = 1e-7;
    /** Relative tolerance of a single update. */
    private static final double STEP_TOLERANCE = 1e-5;

    private final FeatureSpace space;
    private final int kernel;
    private final List<TrainingRow> texts;
    private final Regularisation regularisation;

    IterativeRidge(FeatureSpace space, int kernel, List<TrainingRow> texts, Regularisation regularisation) {
        this.space = space;
        this.kernel = kernel;
        this.texts = new ArrayList<>(texts);
        this.regularisation = regularisation;
    }

    @Override
    public double[] weights(double[] target) {
        return weights(target, new double[target.length], FINE_TOLERANCE);
    }

    /** @param start first approximation */
    double[] weights(double[] target, double[] start, double tolerance) {
        double[] noise = texts.stream().mapToDouble(regularisation::noise).toArray();
        return ConjugateGradients.solve(this::times, noise, target, start, tolerance);
    }

    /** (K + c) times a vector. */
    private double[] times(double[] vector) {
        KernelExpansion direction = new KernelExpansion(space, kernel, texts, vector);
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = direction.score(texts.get(i).features);
        }
        return product;
    }

    @Override
    public double[] add(TrainingRow row, double[] likeness, double noisy) {
        double[] projected = weights(likeness, new double[likeness.length], STEP_TOLERANCE);
        texts.add(row);
        return DualSystem.learning(projected, likeness, noisy);
    }

    @Override
    public double[] remove(int text) {
        double[] column = column(text);
        TrainingRow last = texts.remove(texts.size() - 1);
        if (text < texts.size()) {
            texts.set(text, last);
        }
        return DualSystem.forgetting(column, text);
    }

    @Override
    public double[] column(int text) {
        double[] unit = new double[texts.size()];
        unit[text] = 1;
        return weights(unit, new double[unit.length], STEP_TOLERANCE);
    }

    @Override
    public double diagonal(int text) {
        return column(text)[text];
    }

    @Override
    public IterativeRidge copy() {
        return new IterativeRidge(space, kernel, texts, regularisation);
    }
}

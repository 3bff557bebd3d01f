package org.verbacode.learning.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.verbacode.learning.features.TrainingRow;

/**
 * Kernel ridge regression in its dual form, for many targets at once (Rifkin and Lippert 2007, "Notes on Regularized
 * Least Squares"): G = (K + c + λI)⁻¹, α = G T. A new text scores (k + c)ᵀα; a training text left out scores T −
 * α/diag G. G is kept; texts are added and removed one at a time by block inversion (Schur complement).
 */
public final class DualRidge implements DualSystem {
    /** λ: the default penalty. */
    public static final double PENALTY = 0.7;
    /** c: the kernel of a constant feature, in place of an intercept. */
    static final double CONSTANT = 0.5;

    /** G, row i up to its diagonal, since it is symmetric. */
    private final List<double[]> inverse = new ArrayList<>();

    /**
     * @param kernel symmetric, positive semi-definite; only the lower half is read
     * @param noise λ of each text
     */
    DualRidge(double[][] kernel, double[] noise) {
        double[][] shifted = new double[kernel.length][];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = Arrays.copyOf(kernel[i], i + 1);
            for (int j = 0; j <= i; j++) {
                shifted[i][j] += CONSTANT;
            }
            shifted[i][i] += noise[i];
        }
        inverse.addAll(Arrays.asList(Inverse.of(shifted)));
    }

    private DualRidge(DualRidge other) {
        other.inverse.forEach(row -> inverse.add(row.clone()));
    }

    @Override
    public DualRidge copy() {
        return new DualRidge(this);
    }

    @Override
    public double[] weights(double[] target) {
        double[] weights = new double[inverse.size()];
        for (int i = 0; i < weights.length; i++) {
            double[] row = inverse.get(i);
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += row[j] * target[j];
            }
            weights[i] = sum;
            addTo(weights, row, target[i], i);
        }
        return weights;
    }

    @Override
    public double diagonal(int text) {
        return inverse.get(text)[text];
    }

    @Override
    public double[] add(TrainingRow row, double[] kernel, double noisy) {
        double[] projected = weights(kernel);
        double[] direction = DualSystem.learning(projected, kernel, noisy);
        for (int i = 0; i < projected.length; i++) {
            addTo(inverse.get(i), projected, -direction[i], i + 1);
        }
        inverse.add(direction.clone());
        return direction;
    }

    @Override
    public double[] remove(int text) {
        double[] column = column(text);
        double[] direction = DualSystem.forgetting(column, text);
        for (int i = 0; i < column.length; i++) {
            addTo(inverse.get(i), column, direction[i], i == text ? 0 : i + 1);
        }
        int end = column.length - 1;
        double[] last = inverse.remove(end);
        if (text < end) {
            System.arraycopy(last, 0, inverse.get(text), 0, text);
            inverse.get(text)[text] = last[end];
            for (int i = text + 1; i < end; i++) {
                inverse.get(i)[text] = last[i];
            }
        }
        return direction;
    }

    @Override
    public double[] column(int text) {
        double[] column = Arrays.copyOf(inverse.get(text), inverse.size());
        for (int i = text + 1; i < column.length; i++) {
            column[i] = inverse.get(i)[text];
        }
        return column;
    }

    private static void addTo(double[] sums, double[] row, double factor, int length) {
        for (int j = 0; j < length; j++) {
            sums[j] += factor * row[j];
        }
    }
}

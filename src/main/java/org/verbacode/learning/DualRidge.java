package org.verbacode.learning;

import java.util.Arrays;

/**
 * Ridge regression in its dual form on a kernel, for many targets at once (Rifkin and Lippert 2007, "Notes on
 * Regularized Least Squares"): G = (K + c + λI)⁻¹, α = G T; a new text scores (k + c)ᵀα, and a training text that had been
 * left out would have scored T − α/diag G.
 */
final class DualRidge {
    /** λ: how much a text's own noise weighs. */
    static final double PENALTY = 0.7;
    /** c: the kernel of a constant feature, in place of an intercept. */
    static final double CONSTANT = 0.5;

    private final double[][] inverse;

    /** @param kernel symmetric, positive semi-definite */
    DualRidge(double[][] kernel) {
        this(kernel, constant(kernel.length));
    }

    /** @param noise λ of each text: one that is surer than others has less of it */
    DualRidge(double[][] kernel, double[] noise) {
        int n = kernel.length;
        double[][] shifted = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                shifted[i][j] = kernel[i][j] + CONSTANT + (i == j ? noise[i] : 0);
            }
        }
        inverse = Inverse.of(shifted);
    }

    private static double[] constant(int n) {
        double[] noise = new double[n];
        Arrays.fill(noise, PENALTY);
        return noise;
    }

    /** α for one target, one number a training text. */
    double[] weights(double[] target) {
        double[] weights = new double[target.length];
        for (int i = 0; i < target.length; i++) {
            weights[i] = Meanings.dot(inverse[i], target);
        }
        return weights;
    }

    /** What each training text would have scored had it been left out. */
    double[] leftOut(double[] target, double[] weights) {
        double[] scores = new double[target.length];
        for (int i = 0; i < target.length; i++) {
            scores[i] = target[i] - weights[i] / inverse[i][i];
        }
        return scores;
    }
}

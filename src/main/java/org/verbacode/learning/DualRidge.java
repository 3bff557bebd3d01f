package org.verbacode.learning;

import java.util.Arrays;

/**
 * Ridge regression in its dual form on a kernel, for many targets at once (Rifkin and Lippert 2007, "Notes on
 * Regularized Least Squares"): G = (K + c + λI)⁻¹, α = G T; a new text scores (k + c)ᵀα, and a training text that had been
 * left out would have scored T − α/diag G. Texts come and go one at a time by the inverse of a block matrix; what each
 * such step adds to α, for any target, is a number times one direction over the texts.
 */
final class DualRidge {
    /** λ: how much a text's own noise weighs. */
    static final double PENALTY = 0.7;
    /** c: the kernel of a constant feature, in place of an intercept. */
    static final double CONSTANT = 0.5;

    private static final int LEAST_GROWTH = 64;

    /** Rows and columns beyond the size are room to grow. */
    private double[][] inverse;

    private int size;

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
        size = n;
    }

    private DualRidge(DualRidge other) {
        size = other.size;
        inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            inverse[i] = Arrays.copyOf(other.inverse[i], size);
        }
    }

    /** The same, to be changed by itself. */
    DualRidge copy() {
        return new DualRidge(this);
    }

    private static double[] constant(int n) {
        double[] noise = new double[n];
        Arrays.fill(noise, PENALTY);
        return noise;
    }

    /** α for one target, one number a training text. */
    double[] weights(double[] target) {
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double[] row = inverse[i];
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += row[j] * target[j];
            }
            weights[i] = sum;
        }
        return weights;
    }

    /** What each training text would have scored had it been left out. */
    double[] leftOut(double[] target, double[] weights) {
        double[] scores = new double[size];
        for (int i = 0; i < size; i++) {
            scores[i] = leftOut(i, target[i], weights[i]);
        }
        return scores;
    }

    /** What one training text would have scored had it been left out, by its target and its part of α. */
    double leftOut(int text, double target, double weight) {
        return target - weight / inverse[text][text];
    }

    /**
     * Learns one more text, which becomes the last.
     *
     * @param kernel its kernel with each text there is, the constant added
     * @param self its kernel with itself, the constant added
     * @return the direction over the texts, the new one included; α moves by it, times what the text's target is above
     *     what it scored before
     */
    double[] add(double[] kernel, double self) {
        double[] projected = new double[size];
        for (int i = 0; i < size; i++) {
            addTo(projected, inverse[i], kernel[i], size);
        }
        double rest = self + PENALTY;
        for (int i = 0; i < size; i++) {
            rest -= kernel[i] * projected[i];
        }
        grow();
        double[] direction = new double[size + 1];
        for (int i = 0; i < size; i++) {
            double part = projected[i] / rest;
            addTo(inverse[i], projected, part, size);
            direction[i] = -part;
            inverse[i][size] = -part;
        }
        direction[size] = 1 / rest;
        System.arraycopy(direction, 0, inverse[size], 0, size + 1);
        size++;
        return direction;
    }

    private void grow() {
        if (size < inverse.length) {
            return;
        }
        int room = size + Math.max(LEAST_GROWTH, size / 8);
        double[][] larger = new double[room][];
        for (int i = 0; i < room; i++) {
            larger[i] = i < size ? Arrays.copyOf(inverse[i], room) : new double[room];
        }
        inverse = larger;
    }

    /**
     * Forgets a text; the last takes its place.
     *
     * @return the direction over the texts as they were, along which α moves, times the forgotten text's part of α
     */
    double[] remove(int text) {
        double[] row = Arrays.copyOf(inverse[text], size);
        double pivot = row[text];
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            direction[i] = -row[i] / pivot;
        }
        direction[text] = -1;
        size--;
        double[] last = inverse[text];
        inverse[text] = inverse[size];
        inverse[size] = last;
        row[text] = row[size];
        for (int i = 0; i < size; i++) {
            inverse[i][text] = inverse[i][size];
            addTo(inverse[i], row, -row[i] / pivot, size);
        }
        return direction;
    }

    /** The direction along which α moves, times the change of the target of one text. */
    double[] column(int text) {
        return Arrays.copyOf(inverse[text], size);
    }

    private static void addTo(double[] sums, double[] row, double factor, int length) {
        for (int j = 0; j < length; j++) {
            sums[j] += factor * row[j];
        }
    }
}

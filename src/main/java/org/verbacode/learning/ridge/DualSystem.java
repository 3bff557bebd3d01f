package org.verbacode.learning.ridge;

import org.verbacode.learning.features.TrainingRow;

/**
 * The linear system of a dual ridge, (K + c + Λ)α = t, to which texts are added and from which they are removed; G is
 * the inverse of its matrix. Every change of α is a scalar times one direction over the texts, the same for all
 * targets.
 */
interface DualSystem {
    /** α for one target; one number per training text. */
    double[] weights(double[] target);

    /**
     * Adds a text at the end.
     *
     * @param kernel its kernel with each other text, the constant included
     * @param noisy its kernel with itself, constant and noise included
     * @return the direction over all texts, the new one included; α moves by it times the residual of the new text
     */
    double[] add(TrainingRow row, double[] kernel, double noisy);

    /**
     * Removes a text; the last one takes its index.
     *
     * @return the direction over the texts before the removal; α moves by it times the α of the removed text
     */
    double[] remove(int text);

    /** A column of G: the direction of α when the target of one text changes. */
    double[] column(int text);

    /** The diagonal element of G of a text; its leave-one-out score is its target less α over this. */
    double diagonal(int text);

    /** An independent copy. */
    DualSystem copy();

    /** The direction of α when a text is removed, from the text's column of G. */
    static double[] forgetting(double[] column, int text) {
        double[] direction = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            direction[i] = -column[i] / column[text];
        }
        direction[text] = -1;
        return direction;
    }

    /**
     * The direction of α when a text is added.
     *
     * @param projected G times its kernel with each other text
     * @param noisy its kernel with itself, noise included
     */
    static double[] learning(double[] projected, double[] kernel, double noisy) {
        double rest = noisy;
        for (int i = 0; i < projected.length; i++) {
            rest -= kernel[i] * projected[i];
        }
        double[] direction = new double[projected.length + 1];
        for (int i = 0; i < projected.length; i++) {
            direction[i] = -projected[i] / rest;
        }
        direction[projected.length] = 1 / rest;
        return direction;
    }
}

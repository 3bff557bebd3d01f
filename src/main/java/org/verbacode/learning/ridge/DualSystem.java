package org.verbacode.learning.ridge;

import org.verbacode.learning.features.TrainingRow;

/**
 * The equations of a ridge in its dual form, (K + c + Λ)α = t, for texts that come and go; G is the inverse of the matrix.
 * What a step adds to α, for any target, is a number times one direction over the texts.
 */
interface DualSystem {
    /** α for one target, one number a training text. */
    double[] weights(double[] target);

    /**
     * Learns one more text, which becomes the last.
     *
     * @param kernel its kernel with each text there is, the constant added
     * @param noisy its kernel with itself, the constant and its noise added
     * @return the direction over the texts, the new one included; α moves by it, times what the text's target is above
     *     what it scored before
     */
    double[] add(TrainingRow row, double[] kernel, double noisy);

    /**
     * Forgets a text; the last takes its place.
     *
     * @return the direction over the texts as they were, along which α moves, times the forgotten text's part of α
     */
    double[] remove(int text);

    /** A column of G: the direction along which α moves, times the change of the target of one text. */
    double[] column(int text);

    /** G of a text with itself: left out, the text would score its target less its α over this. */
    double diagonal(int text);

    /** The same, to be changed by itself. */
    DualSystem copy();

    /** The direction along which α moves when a text is forgotten, by the text's column of G. */
    static double[] forgetting(double[] column, int text) {
        double[] direction = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            direction[i] = -column[i] / column[text];
        }
        direction[text] = -1;
        return direction;
    }

    /**
     * The direction along which α moves when a text is learned.
     *
     * @param projected G times its kernel with each text there is
     * @param noisy its kernel with itself, its noise added
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

package org.verbacode.learning.decision;

import org.verbacode.learning.features.Kernels;

/** The pooled logistic regression for a fixed number of examples of each code: a linear function of the scores. */
public final class Logits {
    /** By code. */
    private final double[] constants;
    /** By code and score. */
    private final double[][] slopes;

    /** @param examples number of examples of each code */
    public Logits(PooledLogistic logistic, int[] examples) {
        constants = new double[examples.length];
        slopes = new double[examples.length][PooledLogistic.SCORES];
        for (int code = 0; code < examples.length; code++) {
            constants[code] = logistic.constant(examples[code]);
            for (int score = 0; score < PooledLogistic.SCORES; score++) {
                slopes[code][score] = logistic.slope(score, examples[code]);
            }
        }
    }

    /** The coefficient of a score. */
    public double slope(int code, int score) {
        return slopes[code][score];
    }

    /** The part of a logit that does not depend on the ridges. */
    public double unmoved(int code, double[][] definitions) {
        double logit = constants[code];
        for (int score = 0; score < definitions.length; score++) {
            logit += slopes[code][Kernels.COUNT + score] * definitions[score][code];
        }
        return logit;
    }

    public double logit(int code, double[][] ridges, double[][] definitions) {
        double logit = unmoved(code, definitions);
        for (int ridge = 0; ridge < ridges.length; ridge++) {
            logit += slopes[code][ridge] * ridges[ridge][code];
        }
        return logit;
    }
}

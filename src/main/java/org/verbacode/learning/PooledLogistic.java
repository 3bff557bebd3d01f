package org.verbacode.learning;

import java.util.Arrays;
import weka.core.matrix.CholeskyDecomposition;
import weka.core.matrix.Matrix;

/**
 * One logistic regression for all codes together: it weighs the scores of an answer for a code against each other. Scores
 * are standardised; the coefficients are held near what they were on other surveys: penalty (ℓ/2)‖b − b₀‖², intercept
 * free.
 */
final class PooledLogistic {
    /** The ridges, then the codebook scores, in their order. */
    private static final double[] PRIOR = {.35, .65, .65, .15, .15, .05, .05, 0, 0, .35, .25};

    static final int SCORES = Kernels.COUNT + CodebookScores.COUNT;
    private static final double PENALTY = 5;
    private static final int MOST_STEPS = 100;
    private static final double CONVERGED = 1e-10;

    final double[] means;
    final double[] deviations;
    /** One a score, then the intercept. */
    final double[] coefficients;

    PooledLogistic(double[] means, double[] deviations, double[] coefficients) {
        this.means = means.clone();
        this.deviations = deviations.clone();
        this.coefficients = coefficients.clone();
    }

    /**
     * Learns from pairs of an answer and a code.
     *
     * @param pairs one row of scores a pair
     * @param applies whether the code applies
     */
    static PooledLogistic learn(double[][] pairs, boolean[] applies) {
        double[] means = new double[SCORES];
        double[] deviations = new double[SCORES];
        for (double[] pair : pairs) {
            for (int s = 0; s < SCORES; s++) {
                means[s] += pair[s] / pairs.length;
            }
        }
        for (double[] pair : pairs) {
            for (int s = 0; s < SCORES; s++) {
                deviations[s] += (pair[s] - means[s]) * (pair[s] - means[s]) / pairs.length;
            }
        }
        for (int s = 0; s < SCORES; s++) {
            deviations[s] = deviations[s] < 1e-18 ? 1 : Math.sqrt(deviations[s]);
        }
        double[] start = Arrays.copyOf(PRIOR, SCORES + 1);
        PooledLogistic fitted = new PooledLogistic(means, deviations, start);
        double loss = fitted.loss(pairs, applies);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = fitted.newtonStep(pairs, applies);
            double size = 1;
            PooledLogistic next = fitted.moved(direction, size);
            double nextLoss = next.loss(pairs, applies);
            while (!(nextLoss <= loss) && size > 1e-9) {
                size /= 2;
                next = fitted.moved(direction, size);
                nextLoss = next.loss(pairs, applies);
            }
            boolean converged = loss - nextLoss < CONVERGED;
            if (nextLoss <= loss) {
                fitted = next;
                loss = nextLoss;
            }
            if (converged) {
                break;
            }
        }
        return fitted;
    }

    /** The logit of a pair. */
    double logit(double[] scores) {
        double logit = coefficients[SCORES];
        for (int s = 0; s < SCORES; s++) {
            logit += coefficients[s] * (scores[s] - means[s]) / deviations[s];
        }
        return logit;
    }

    /** What one unit of a score adds to the logit. */
    double slope(int score) {
        return coefficients[score] / deviations[score];
    }

    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** −ln of the probability of what is the case, without overflow. */
    static double logLoss(double logit, boolean applies) {
        double margin = applies ? logit : -logit;
        return margin > 0
                ? StrictMath.log1p(StrictMath.exp(-margin))
                : StrictMath.log1p(StrictMath.exp(margin)) - margin;
    }

    private double loss(double[][] pairs, boolean[] applies) {
        double loss = 0;
        for (int i = 0; i < pairs.length; i++) {
            loss += logLoss(logit(pairs[i]), applies[i]);
        }
        for (int s = 0; s < SCORES; s++) {
            double difference = coefficients[s] - PRIOR[s];
            loss += PENALTY / 2 * difference * difference;
        }
        return loss;
    }

    private double[] newtonStep(double[][] pairs, boolean[] applies) {
        int size = SCORES + 1;
        double[][] curvature = new double[size][size];
        double[][] slope = new double[size][1];
        double[] z = new double[size];
        for (int i = 0; i < pairs.length; i++) {
            for (int s = 0; s < SCORES; s++) {
                z[s] = (pairs[i][s] - means[s]) / deviations[s];
            }
            z[SCORES] = 1;
            double p = probability(logit(pairs[i]));
            double weight = p * (1 - p);
            for (int s = 0; s < size; s++) {
                slope[s][0] += (p - (applies[i] ? 1 : 0)) * z[s];
                for (int t = 0; t <= s; t++) {
                    curvature[s][t] += weight * z[s] * z[t];
                    curvature[t][s] = curvature[s][t];
                }
            }
        }
        for (int s = 0; s < SCORES; s++) {
            slope[s][0] += PENALTY * (coefficients[s] - PRIOR[s]);
            curvature[s][s] += PENALTY;
        }
        curvature[SCORES][SCORES] += 1e-9;
        double[][] step = new CholeskyDecomposition(new Matrix(curvature))
                .solve(new Matrix(slope))
                .getArray();
        return Arrays.stream(step).mapToDouble(row -> -row[0]).toArray();
    }

    private PooledLogistic moved(double[] direction, double size) {
        double[] moved = coefficients.clone();
        for (int s = 0; s < moved.length; s++) {
            moved[s] += size * direction[s];
        }
        return new PooledLogistic(means, deviations, moved);
    }
}

package org.verbacode.learning.decision;

import java.util.Arrays;
import java.util.List;
import org.verbacode.learning.features.CodebookScores;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.LemmaVectors;
import weka.core.matrix.CholeskyDecomposition;
import weka.core.matrix.Matrix;

/**
 * One logistic regression pooled over all codes. It weighs the scores of an answer for a code, and weighs ridges
 * against codebook scores by the number of examples of the code. With z the standardised scores, e the standardised
 * ln(1 + examples), R and D the ridges' and the codebook's part of b₀ᵀz, the logit is bᵀz + γe + ρ₁eR + ρ₂eD +
 * intercept. The penalty (ℓ/2)‖b − b₀‖² keeps the coefficients near their values on other surveys, and γ and ρ near
 * 0; the intercept is free. A pair has the weight of its answer.
 */
public final class PooledLogistic {
    /** Prior mean b₀: of the ridges, then of the codebook scores, in their order. */
    private static final double[] PRIOR = {.35, .65, .65, .15, .15, .05, .05, 0, 0, .35, .25};

    public static final int SCORES = Kernels.COUNT + CodebookScores.COUNT;
    /** Number of standardised inputs: the scores, then ln(1 + examples). */
    public static final int STANDARDISED = SCORES + 1;

    private static final int EXAMPLES = SCORES;
    private static final int BY_RIDGES = SCORES + 1;
    private static final int BY_CODEBOOK = SCORES + 2;
    private static final int INTERCEPT = SCORES + 3;
    public static final int COEFFICIENTS = SCORES + 4;

    /** ℓ: the strength of the prior. */
    private static final double PENALTY = 5;
    /** Newton steps at most. */
    private static final int MAX_STEPS = 100;
    /** Decrease of the loss at which Newton's method stops. */
    private static final double CONVERGED = 1e-10;

    public final double[] means;
    public final double[] deviations;
    /** One of each score, then γ, ρ₁, ρ₂ and the intercept. */
    public final double[] coefficients;

    public PooledLogistic(double[] means, double[] deviations, double[] coefficients) {
        this.means = means.clone();
        this.deviations = deviations.clone();
        this.coefficients = coefficients.clone();
    }

    /** Fits the regression to pairs of an answer and a code. */
    static PooledLogistic learn(List<ScoredPair> pairs) {
        double[] means = new double[STANDARDISED];
        double[] deviations = new double[STANDARDISED];
        for (ScoredPair pair : pairs) {
            for (int s = 0; s < STANDARDISED; s++) {
                means[s] += raw(pair.scores, pair.examples, s) / pairs.size();
            }
        }
        for (ScoredPair pair : pairs) {
            for (int s = 0; s < STANDARDISED; s++) {
                double difference = raw(pair.scores, pair.examples, s) - means[s];
                deviations[s] += difference * difference / pairs.size();
            }
        }
        for (int s = 0; s < STANDARDISED; s++) {
            deviations[s] = deviations[s] < 1e-18 ? 1 : Math.sqrt(deviations[s]);
        }
        PooledLogistic fitted = new PooledLogistic(means, deviations, Arrays.copyOf(PRIOR, COEFFICIENTS));
        double[][] inputs = new double[pairs.size()][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = fitted.inputs(pairs.get(i).scores, pairs.get(i).examples);
        }
        Newton at = fitted.newton(inputs, pairs);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] direction = at.step();
            double size = 1;
            PooledLogistic next = fitted.moved(direction, size);
            Newton there = next.newton(inputs, pairs);
            while (!(there.loss <= at.loss) && size > 1e-9) {
                size /= 2;
                next = fitted.moved(direction, size);
                there = next.newton(inputs, pairs);
            }
            boolean converged = at.loss - there.loss < CONVERGED;
            if (there.loss <= at.loss) {
                fitted = next;
                at = there;
            }
            if (converged) {
                break;
            }
        }
        return fitted;
    }

    private static double raw(double[] scores, int examples, int s) {
        return s == EXAMPLES ? StrictMath.log1p(examples) : scores[s];
    }

    /** The input of each coefficient. */
    private double[] inputs(double[] scores, int examples) {
        double[] inputs = new double[COEFFICIENTS];
        for (int s = 0; s < STANDARDISED; s++) {
            inputs[s] = (raw(scores, examples, s) - means[s]) / deviations[s];
        }
        for (int s = 0; s < SCORES; s++) {
            inputs[leaning(s)] += inputs[EXAMPLES] * PRIOR[s] * inputs[s];
        }
        inputs[INTERCEPT] = 1;
        return inputs;
    }

    /** The index of the interaction coefficient of a score with the number of examples. */
    private static int leaning(int score) {
        return score < Kernels.COUNT ? BY_RIDGES : BY_CODEBOOK;
    }

    /**
     * The logit of a pair.
     *
     * @param examples number of other answers that bear the code
     */
    double logit(double[] scores, int examples) {
        return LemmaVectors.dot(coefficients, inputs(scores, examples));
    }

    /** The derivative of the logit by a score. */
    double slope(int score, int examples) {
        return (coefficients[score] + bearing(examples) * PRIOR[score] * coefficients[leaning(score)])
                / deviations[score];
    }

    /** The logit of a pair whose scores are all 0. */
    double constant(int examples) {
        double constant = coefficients[INTERCEPT] + coefficients[EXAMPLES] * bearing(examples);
        for (int s = 0; s < SCORES; s++) {
            constant -= slope(s, examples) * means[s];
        }
        return constant;
    }

    private double bearing(int examples) {
        return (StrictMath.log1p(examples) - means[EXAMPLES]) / deviations[EXAMPLES];
    }

    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** −ln of the probability of the true outcome, computed without overflow. */
    static double logLoss(double logit, boolean applies) {
        double margin = applies ? logit : -logit;
        return margin > 0
                ? StrictMath.log1p(StrictMath.exp(-margin))
                : StrictMath.log1p(StrictMath.exp(margin)) - margin;
    }

    private static double prior(int coefficient) {
        return coefficient < SCORES ? PRIOR[coefficient] : 0;
    }

    /** Loss, gradient and Hessian at some coefficients. */
    private static final class Newton {
        double loss;
        final double[][] slope = new double[COEFFICIENTS][1];
        final double[][] curvature = new double[COEFFICIENTS][COEFFICIENTS];

        double[] step() {
            double[][] step = new CholeskyDecomposition(new Matrix(curvature))
                    .solve(new Matrix(slope))
                    .getArray();
            return Arrays.stream(step).mapToDouble(row -> -row[0]).toArray();
        }
    }

    private Newton newton(double[][] inputs, List<ScoredPair> pairs) {
        Newton at = new Newton();
        for (int i = 0; i < inputs.length; i++) {
            double[] input = inputs[i];
            double logit = LemmaVectors.dot(coefficients, input);
            double p = probability(logit);
            ScoredPair pair = pairs.get(i);
            at.loss += pair.weight * logLoss(logit, pair.applies);
            double excess = pair.weight * (p - (pair.applies ? 1 : 0));
            double weight = pair.weight * p * (1 - p);
            for (int c = 0; c < COEFFICIENTS; c++) {
                double[] row = at.curvature[c];
                double weighted = weight * input[c];
                at.slope[c][0] += excess * input[c];
                for (int d = 0; d <= c; d++) {
                    row[d] += weighted * input[d];
                }
            }
        }
        for (int c = 0; c < INTERCEPT; c++) {
            double difference = coefficients[c] - prior(c);
            at.loss += PENALTY / 2 * difference * difference;
            at.slope[c][0] += PENALTY * difference;
            at.curvature[c][c] += PENALTY;
        }
        at.curvature[INTERCEPT][INTERCEPT] += 1e-9;
        for (int c = 0; c < COEFFICIENTS; c++) {
            for (int d = 0; d < c; d++) {
                at.curvature[d][c] = at.curvature[c][d];
            }
        }
        return at;
    }

    private PooledLogistic moved(double[] direction, double size) {
        double[] moved = coefficients.clone();
        for (int c = 0; c < moved.length; c++) {
            moved[c] += size * direction[c];
        }
        return new PooledLogistic(means, deviations, moved);
    }
}

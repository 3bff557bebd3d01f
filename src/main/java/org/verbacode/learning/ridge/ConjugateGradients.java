package org.verbacode.learning.ridge;

import java.util.function.UnaryOperator;
import org.verbacode.learning.features.LemmaVectors;

/**
 * Solves (K + Λ)α = t by conjugate gradients (Hestenes and Stiefel 1952), knowing of K no more than its product with a
 * vector: time and memory grow with the number of texts, not with its cube and square. The order of additions is fixed.
 */
final class ConjugateGradients {
    /** About what the diagonal of K + Λ is without the noise; it need not be right. */
    private static final double DIAGONAL = 1 + DualRidge.CONSTANT;

    private static final int MOST_STEPS = 1_000;

    private ConjugateGradients() {}

    /**
     * @param product gives Kv
     * @param noise the diagonal of Λ
     * @param start where to begin; near the solution it takes few steps
     * @param tolerance the length of what is left over, as a share of the target's length
     */
    static double[] solve(
            UnaryOperator<double[]> product, double[] noise, double[] target, double[] start, double tolerance) {
        double[] solution = start.clone();
        double[] rest = times(product, noise, solution);
        for (int i = 0; i < rest.length; i++) {
            rest[i] = target[i] - rest[i];
        }
        double goal = tolerance * tolerance * LemmaVectors.dot(target, target);
        double[] direction = new double[rest.length];
        double before = 1;
        for (int step = 0; step < MOST_STEPS && LemmaVectors.dot(rest, rest) > goal; step++) {
            double[] scaled = new double[rest.length];
            for (int i = 0; i < rest.length; i++) {
                scaled[i] = rest[i] / (DIAGONAL + noise[i]);
            }
            double now = LemmaVectors.dot(rest, scaled);
            for (int i = 0; i < rest.length; i++) {
                direction[i] = scaled[i] + (step == 0 ? 0 : now / before * direction[i]);
            }
            double[] along = times(product, noise, direction);
            double length = now / LemmaVectors.dot(direction, along);
            for (int i = 0; i < rest.length; i++) {
                solution[i] += length * direction[i];
                rest[i] -= length * along[i];
            }
            before = now;
        }
        return solution;
    }

    private static double[] times(UnaryOperator<double[]> product, double[] noise, double[] vector) {
        double[] result = product.apply(vector);
        for (int i = 0; i < result.length; i++) {
            result[i] += noise[i] * vector[i];
        }
        return result;
    }
}

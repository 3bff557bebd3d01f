package org.verbacode.learning.ridge;

import java.util.function.UnaryOperator;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.ConjugateGradient;
import org.hipparchus.linear.RealLinearOperator;
import org.hipparchus.linear.RealVector;

/**
 * Solves (K + Λ)α = t by preconditioned conjugate gradients (Hestenes and Stiefel 1952). Only the product of K with a
 * vector is needed, so that time and memory grow with the number of texts, not with its cube and square.
 */
final class ConjugateGradients {
    /** The diagonal of K + c for texts of unit length, used by the Jacobi preconditioner; it need not be exact. */
    private static final double DIAGONAL = 1 + DualRidge.CONSTANT;

    private static final int MAX_ITERATIONS = 1_000;

    private ConjugateGradients() {}

    /**
     * The solution, or the latest approximation after 1,000 iterations.
     *
     * @param product gives Kv
     * @param noise the diagonal of Λ
     * @param start first approximation
     * @param tolerance length of the residual at which to stop, as a share of the target's length
     */
    static double[] solve(
            UnaryOperator<double[]> product, double[] noise, double[] target, double[] start, double tolerance) {
        RealLinearOperator system = operator(target.length, vector -> {
            double[] result = product.apply(vector);
            for (int i = 0; i < result.length; i++) {
                result[i] += noise[i] * vector[i];
            }
            return result;
        });
        RealLinearOperator preconditioner = operator(target.length, vector -> {
            double[] result = vector.clone();
            for (int i = 0; i < result.length; i++) {
                result[i] /= DIAGONAL + noise[i];
            }
            return result;
        });
        ArrayRealVector solution = new ArrayRealVector(start);
        try {
            new ConjugateGradient(MAX_ITERATIONS, tolerance, false)
                    .solveInPlace(system, preconditioner, new ArrayRealVector(target, false), solution);
        } catch (MathIllegalStateException e) {
            // The iterations are used up; the solver has improved the vector in place.
            return solution.toArray();
        }
        return solution.toArray();
    }

    private static RealLinearOperator operator(int size, UnaryOperator<double[]> product) {
        return new RealLinearOperator() {
            @Override
            public int getRowDimension() {
                return size;
            }

            @Override
            public int getColumnDimension() {
                return size;
            }

            @Override
            public RealVector operate(RealVector vector) {
                return new ArrayRealVector(product.apply(vector.toArray()), false);
            }
        };
    }
}

package org.verbacode.learning.ridge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionBlock_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/**
 * Compares {@link Inverse} with EJML on kernel matrices of random unit vectors: time of the fastest of several runs,
 * largest difference, and whether a repeated run gives the same bits. Arguments: seed, then sizes.
 */
public final class InverseBenchmark {
    private static final int RUNS = 5;
    private static final int DIMENSIONS = 60;
    private static final int BLOCK = 60;

    private InverseBenchmark() {}

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        System.out.printf(
                "java %s, %d processors, seed %d%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), seed);
        for (int n :
                Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()) {
            double[][] matrix = kernel(n, new Random(seed));
            double[][] own = Inverse.of(matrix);
            double[][] inner = ejml(matrix, false);
            System.out.printf(
                    Locale.ROOT,
                    "n = %d: own %.3f s, EJML inner %.3f s, EJML block %.3f s; largest difference %.1e, same bits %b%n",
                    n,
                    seconds(() -> Inverse.of(matrix)),
                    seconds(() -> ejml(matrix, false)),
                    seconds(() -> ejml(matrix, true)),
                    difference(own, inner),
                    Arrays.deepEquals(own, inner));
        }
    }

    /** Cosine similarities with a diagonal of noise, as the dual ridge inverts them. */
    private static double[][] kernel(int n, Random random) {
        double[][] vectors = new double[n][DIMENSIONS];
        for (double[] vector : vectors) {
            double length = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] = random.nextGaussian();
                length += vector[i] * vector[i];
            }
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] /= Math.sqrt(length);
            }
        }
        double[][] matrix = new double[n][];
        for (int i = 0; i < n; i++) {
            matrix[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < DIMENSIONS; k++) {
                    matrix[i][j] += vectors[i][k] * vectors[j][k];
                }
            }
            matrix[i][i] += 0.7;
        }
        return matrix;
    }

    private static double[][] ejml(double[][] lower, boolean block) {
        int n = lower.length;
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix.unsafe_set(i, j, lower[i][j]);
                matrix.unsafe_set(j, i, lower[i][j]);
            }
        }
        LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(
                block ? new CholeskyDecompositionBlock_DDRM(BLOCK) : new CholeskyDecompositionInner_DDRM(true));
        if (!solver.setA(matrix)) {
            throw new IllegalArgumentException("not positive definite");
        }
        DMatrixRMaj inverted = new DMatrixRMaj(n, n);
        solver.invert(inverted);
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = Arrays.copyOfRange(inverted.data, i * n, i * n + i + 1);
        }
        return inverse;
    }

    private static double seconds(Runnable work) {
        double fastest = Double.POSITIVE_INFINITY;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            work.run();
            fastest = Math.min(fastest, (System.nanoTime() - start) / 1e9);
        }
        return fastest;
    }

    private static double difference(double[][] one, double[][] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < one[i].length; j++) {
                largest = Math.max(largest, Math.abs(one[i][j] - other[i][j]));
            }
        }
        return largest;
    }
}

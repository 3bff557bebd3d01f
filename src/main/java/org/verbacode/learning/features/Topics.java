package org.verbacode.learning.features;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Latent semantic analysis of a survey's own answers (Deerwester et al. 1990): the first right singular vectors of
 * the texts' rows of content lemmas, by subspace iteration from a seeded start (Halko, Martinsson and Tropp 2011,
 * algorithm 4.4).
 */
public final class Topics {
    /** Number of topics at most. */
    public static final int MAX_TOPICS = 30;
    /** Minimum number of texts per topic. */
    private static final int TEXTS_PER_TOPIC = 8;

    /** Extra columns of the basis, for faster convergence (oversampling). */
    private static final int SPARE = 8;
    /** Subspace iterations. */
    private static final int ROUNDS = 8;

    private static final long SEED = 1;

    private Topics() {}

    /** By lemma: one number per topic. */
    static float[][] of(List<SparseRow> texts, int lemmas) {
        int topics = Math.min(Math.min(MAX_TOPICS, texts.size() / TEXTS_PER_TOPIC), lemmas);
        int width = Math.min(topics + SPARE, lemmas);
        float[][] byLemma = new float[lemmas][topics];
        if (topics == 0) {
            return byLemma;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] basis = new double[lemmas][width];
        for (double[] row : basis) {
            Arrays.setAll(row, i -> random.nextDouble() - 0.5);
        }
        orthonormalise(basis, width);
        for (int round = 0; round < ROUNDS; round++) {
            basis = products(texts, basis, width);
            orthonormalise(basis, width);
        }
        double[][] rotation = rotation(basis, products(texts, basis, width), width);
        for (int lemma = 0; lemma < lemmas; lemma++) {
            for (int topic = 0; topic < topics; topic++) {
                byLemma[lemma][topic] = (float) LemmaVectors.dot(basis[lemma], rotation[topic]);
            }
        }
        return byLemma;
    }

    /** XᵀX times a basis. */
    private static double[][] products(List<SparseRow> texts, double[][] basis, int width) {
        double[][] products = new double[basis.length][width];
        double[] along = new double[width];
        for (SparseRow text : texts) {
            Arrays.fill(along, 0);
            for (int k = 0; k < text.ids.length; k++) {
                double[] row = basis[text.ids[k]];
                for (int i = 0; i < width; i++) {
                    along[i] += text.values[k] * row[i];
                }
            }
            for (int k = 0; k < text.ids.length; k++) {
                double[] row = products[text.ids[k]];
                for (int i = 0; i < width; i++) {
                    row[i] += text.values[k] * along[i];
                }
            }
        }
        return products;
    }

    /** Orthonormalises the columns by Gram-Schmidt, applied twice; a column that depends on earlier ones becomes 0. */
    private static void orthonormalise(double[][] basis, int width) {
        for (int column = 0; column < width; column++) {
            double before = length(basis, column);
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < column; other++) {
                    double along = 0;
                    for (double[] row : basis) {
                        along += row[column] * row[other];
                    }
                    for (double[] row : basis) {
                        row[column] -= along * row[other];
                    }
                }
            }
            double length = length(basis, column);
            boolean spent = !(length > before * 1e-10);
            for (double[] row : basis) {
                row[column] = spent ? 0 : row[column] / length;
            }
        }
    }

    private static double length(double[][] basis, int column) {
        double square = 0;
        for (double[] row : basis) {
            square += row[column] * row[column];
        }
        return Math.sqrt(square);
    }

    /** The singular directions within the basis, by falling singular value. */
    private static double[][] rotation(double[][] basis, double[][] products, int width) {
        double[][] small = new double[width][width];
        for (int lemma = 0; lemma < basis.length; lemma++) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j <= i; j++) {
                    small[i][j] += basis[lemma][i] * products[lemma][j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                small[j][i] = small[i][j];
            }
        }
        return LemmaVectors.eigenvectors(small);
    }
}

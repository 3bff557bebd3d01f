package org.verbacode.learning.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.WordVectors;
import weka.core.matrix.EigenvalueDecomposition;
import weka.core.matrix.Matrix;

/**
 * Vectors of the content lemmas of a survey: one for the soft cosine between words, one for the mean vector of a text
 * ("all but the top": Mu and Viswanath 2018, arXiv 1702.01417).
 */
public final class LemmaVectors {
    public static final int DIMENSIONS = WordVectors.DIMENSIONS;
    /** Cubed cosines below this are treated as 0. */
    private static final double MIN_SIMILARITY = 0.01;

    /** Number of principal components removed ("all but the top"). */
    private static final int REMOVED_COMPONENTS = 3;

    /** By lemma: a vector of length 1; null for a lemma without a vector. */
    public final float[] @Nullable [] directions;

    /** By lemma: the vector without the mean and the first principal components; null for a lemma without a vector. */
    public final float[] @Nullable [] meanings;

    /** Cache by lemma: its row of S. */
    private final AtomicReferenceArray<@Nullable SparseRow> alike;

    public LemmaVectors(float[] @Nullable [] directions, float[] @Nullable [] meanings) {
        this.directions = directions;
        this.meanings = meanings;
        this.alike = new AtomicReferenceArray<>(directions.length);
    }

    /** A row of S: the lemmas similar to one, itself included, with their similarities. */
    public SparseRow alike(int lemma) {
        SparseRow known = alike.get(lemma);
        if (known != null) {
            return known;
        }
        int[] ids = new int[directions.length];
        double[] values = new double[directions.length];
        int size = 0;
        for (int other = 0; other < directions.length; other++) {
            double similarity = similarity(other, lemma);
            if (similarity > 0) {
                ids[size] = other;
                values[size++] = similarity;
            }
        }
        SparseRow row = new SparseRow(Arrays.copyOf(ids, size), Arrays.copyOf(values, size));
        alike.set(lemma, row);
        return row;
    }

    /** Similarity of two lemmas: the cubed cosine; 1 for the same lemma, 0 where it is small or unknown. */
    double similarity(int one, int other) {
        double cosine = cosine(one, other);
        double cubed = cosine * cosine * cosine;
        return cubed < MIN_SIMILARITY ? 0 : Math.min(cubed, 1);
    }

    /** Cosine of two lemmas; 1 for the same lemma, 0 where it is unknown. */
    double cosine(int one, int other) {
        if (one == other) {
            return 1;
        }
        float[] a = directions[one];
        float[] b = directions[other];
        if (a == null || b == null) {
            return 0;
        }
        double cosine = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            cosine += a[d] * b[d];
        }
        return cosine;
    }

    /** The sum of the lemmas' vectors, weighted by the row. */
    double[] sum(SparseRow row) {
        double[] sum = new double[DIMENSIONS];
        for (int i = 0; i < row.ids.length; i++) {
            float[] meaning = meanings[row.ids[i]];
            if (meaning != null) {
                for (int d = 0; d < sum.length; d++) {
                    sum[d] += row.values[i] * meaning[d];
                }
            }
        }
        return sum;
    }

    /** √(x S x) for a row of content lemmas. */
    double softLength(SparseRow row) {
        double sum = 0;
        for (int i = 0; i < row.ids.length; i++) {
            sum += row.values[i] * row.values[i];
            for (int j = i + 1; j < row.ids.length; j++) {
                sum += 2 * row.values[i] * row.values[j] * similarity(row.ids[i], row.ids[j]);
            }
        }
        return Math.sqrt(sum);
    }

    /** S x, as a dense vector over lemmas. */
    public double[] spread(SparseRow row) {
        double[] spread = new double[directions.length];
        for (int i = 0; i < row.ids.length; i++) {
            alike(row.ids[i]).addTo(spread, row.values[i]);
        }
        return spread;
    }

    /** S x of a dense vector over lemmas. */
    public double[] spread(double[] numbers) {
        double[] spread = new double[directions.length];
        for (int lemma = 0; lemma < numbers.length; lemma++) {
            if (numbers[lemma] != 0) {
                alike(lemma).addTo(spread, numbers[lemma]);
            }
        }
        return spread;
    }

    /** The word vectors of the language, preprocessed once. */
    public static final class Source {
        private final WordVectors vectors;
        private final double[] mean = new double[DIMENSIONS];
        private final double[][] components;

        public Source(WordVectors vectors) {
            this.vectors = vectors;
            List<float[]> all = new ArrayList<>();
            for (String word : vectors.words()) {
                vectors.vector(word).ifPresent(all::add);
            }
            for (float[] vector : all) {
                for (int d = 0; d < DIMENSIONS; d++) {
                    mean[d] += vector[d] / all.size();
                }
            }
            double[][] centred = all.stream().map(this::centred).toArray(double[][]::new);
            components = Arrays.copyOf(principal(centred), REMOVED_COMPONENTS);
        }

        private double[] centred(float[] vector) {
            double[] centred = new double[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++) {
                centred[d] = vector[d] - mean[d];
            }
            return centred;
        }

        /** @param forms by lemma: number of occurrences of each form in the survey */
        LemmaVectors of(Vocabulary lemmas, Map<String, Map<String, Integer>> forms) {
            float[] @Nullable [] directions = new float[lemmas.size()] @Nullable [];
            float[] @Nullable [] meanings = new float[lemmas.size()] @Nullable [];
            for (int lemma = 0; lemma < lemmas.size(); lemma++) {
                double[] vector = vector(forms.getOrDefault(lemmas.feature(lemma), Map.of()));
                if (vector != null) {
                    directions[lemma] = floats(unit(vector));
                    for (double[] component : components) {
                        vector = without(vector, component);
                    }
                    meanings[lemma] = floats(vector);
                }
            }
            return new LemmaVectors(directions, meanings);
        }

        private double @Nullable [] vector(Map<String, Integer> forms) {
            float[] sum = new float[DIMENSIONS];
            int weight = 0;
            for (Map.Entry<String, Integer> form : forms.entrySet()) {
                float[] vector = vectors.vector(form.getKey()).orElse(null);
                if (vector != null) {
                    for (int d = 0; d < DIMENSIONS; d++) {
                        sum[d] += vector[d] * form.getValue();
                    }
                    weight += form.getValue();
                }
            }
            if (weight == 0) {
                return null;
            }
            for (int d = 0; d < DIMENSIONS; d++) {
                sum[d] /= weight;
            }
            return centred(sum);
        }
    }

    /** Principal components of the rows, by falling variance. */
    static double[][] principal(double[][] rows) {
        double[][] products = new double[DIMENSIONS][DIMENSIONS];
        for (double[] row : rows) {
            for (int i = 0; i < DIMENSIONS; i++) {
                for (int j = i; j < DIMENSIONS; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            for (int j = 0; j < i; j++) {
                products[i][j] = products[j][i];
            }
        }
        return eigenvectors(products);
    }

    /** Eigenvectors of a symmetric matrix, by falling eigenvalue. */
    static double[][] eigenvectors(double[][] symmetric) {
        EigenvalueDecomposition eigen = new EigenvalueDecomposition(new Matrix(symmetric));
        double[] values = eigen.getRealEigenvalues();
        double[][] vectors = eigen.getV().transpose().getArray();
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -values[i]));
        return Arrays.stream(order).map(i -> vectors[i]).toArray(double[][]::new);
    }

    static double[] unit(double[] vector) {
        double square = 0;
        for (double x : vector) {
            square += x * x;
        }
        double[] unit = vector.clone();
        if (square > 0) {
            double length = Math.sqrt(square);
            for (int d = 0; d < unit.length; d++) {
                unit[d] /= length;
            }
        }
        return unit;
    }

    /** The vector less its projection on a direction of length 1. */
    static double[] without(double[] vector, double[] direction) {
        double along = dot(vector, direction);
        double[] rest = vector.clone();
        for (int d = 0; d < rest.length; d++) {
            rest[d] -= along * direction[d];
        }
        return rest;
    }

    public static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}

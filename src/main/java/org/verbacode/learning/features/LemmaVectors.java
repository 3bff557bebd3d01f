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
 * What the content lemmas of a survey mean: two vectors each, one for the soft cosine between words, one for the mean
 * vector of a text ("all but the top": Mu and Viswanath 2018, arXiv 1702.01417).
 */
public final class LemmaVectors {
    public static final int DIMENSIONS = WordVectors.DIMENSIONS;
    /** Cubed cosines below are noise. */
    private static final double LEAST_SIMILARITY = 0.01;

    private static final int REMOVED_COMPONENTS = 3;

    /** By lemma: of length 1, or null for a lemma without a vector. */
    public final float[] @Nullable [] directions;

    /** By lemma: the mean and the first principal components taken away, or null. */
    public final float[] @Nullable [] meanings;

    /** By lemma: those like it, once somebody has asked. */
    private final AtomicReferenceArray<@Nullable SparseRow> alike;

    public LemmaVectors(float[] @Nullable [] directions, float[] @Nullable [] meanings) {
        this.directions = directions;
        this.meanings = meanings;
        this.alike = new AtomicReferenceArray<>(directions.length);
    }

    /** A row of S: the lemmas that are like one, itself among them, and how much. */
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

    /** How alike two lemmas are: the cube of the cosine, 1 for the same lemma, 0 where it is small or unknown. */
    double similarity(int one, int other) {
        double cosine = cosine(one, other);
        double cubed = cosine * cosine * cosine;
        return cubed < LEAST_SIMILARITY ? 0 : Math.min(cubed, 1);
    }

    /** 1 for the same lemma, 0 where it is unknown. */
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

    /** The sum of the words' vectors, each times what it weighs in the row. */
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

    /** S x, one number a lemma. */
    public double[] spread(SparseRow row) {
        double[] spread = new double[directions.length];
        for (int i = 0; i < row.ids.length; i++) {
            alike(row.ids[i]).addTo(spread, row.values[i]);
        }
        return spread;
    }

    /** S x for one number a lemma. */
    public double[] spread(double[] numbers) {
        double[] spread = new double[directions.length];
        for (int lemma = 0; lemma < numbers.length; lemma++) {
            if (numbers[lemma] != 0) {
                alike(lemma).addTo(spread, numbers[lemma]);
            }
        }
        return spread;
    }

    /** The language's word vectors, made ready once. */
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

        /** @param forms by lemma: how often each of its forms occurs in the survey */
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

    /** Orthogonal directions of the rows, the one of largest variance first. */
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

    /** Of a symmetric matrix: the one of the largest eigenvalue first. */
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

    /** The vector less its part along a direction of length 1. */
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

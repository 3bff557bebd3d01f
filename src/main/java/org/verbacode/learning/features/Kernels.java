package org.verbacode.learning.features;

import java.util.List;
import java.util.stream.IntStream;

/** The three kernels between texts: words, characters, word vectors. The constant of the ridge is not included. */
public final class Kernels {
    public static final int COUNT = 3;
    public static final int WORDS = 0;
    public static final int CHARACTERS = 1;
    public static final int MEANINGS = 2;

    private Kernels() {}

    /** The Gram matrices: by kernel, row and column up to the diagonal. */
    public static double[][][] between(List<TrainingRow> texts, LemmaVectors meanings) {
        int n = texts.size();
        double[][][] kernels = new double[COUNT][n][];
        IntStream.range(0, n).parallel().forEach(i -> {
            for (double[][] kernel : kernels) {
                kernel[i] = new double[i + 1];
            }
            Features one = texts.get(i).features;
            double[] spread = meanings.spread(one.content);
            for (int j = 0; j <= i; j++) {
                Features other = texts.get(j).features;
                kernels[WORDS][i][j] = (one.lemmas.dot(other.lemmas) + one.content.dot(other.content)) / 2;
                kernels[CHARACTERS][i][j] = one.characters.dot(other.characters);
                kernels[MEANINGS][i][j] =
                        (soft(other, spread, one.softLength) + LemmaVectors.dot(one.meaning, other.meaning)) / 2;
            }
        });
        return kernels;
    }

    private static double soft(Features other, double[] spread, double length) {
        double lengths = other.softLength * length;
        if (lengths == 0) {
            return 0;
        }
        double sum = 0;
        for (int k = 0; k < other.content.ids.length; k++) {
            sum += other.content.values[k] * spread[other.content.ids[k]];
        }
        return sum / lengths;
    }
}

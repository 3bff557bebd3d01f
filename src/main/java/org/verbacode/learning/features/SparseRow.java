package org.verbacode.learning.features;

import java.util.Arrays;

/** A sparse vector: indices in ascending order and their values. */
public final class SparseRow {
    public final int[] ids;
    public final double[] values;

    SparseRow(int[] ids, double[] values) {
        this.ids = ids;
        this.values = values;
    }

    /**
     * The TF-IDF vector of a text: (1 + ln tf)·idf, normalised to length 1.
     *
     * @param occurrences feature indices, once per occurrence; negative ones are unknown
     * @param vocabulary gives the idf of each feature, and that of unknown ones if they count in the norm
     */
    public static SparseRow weighted(int[] occurrences, Vocabulary vocabulary) {
        int[] sorted = occurrences.clone();
        Arrays.sort(sorted);
        int[] ids = new int[sorted.length];
        double[] values = new double[sorted.length];
        int size = 0;
        double squares = 0;
        int i = 0;
        while (i < sorted.length) {
            int id = sorted[i];
            int from = i;
            while (i < sorted.length && sorted[i] == id) {
                i++;
            }
            if (id < 0) {
                double unknown = vocabulary.unknownWeight();
                squares += (i - from) * unknown * unknown;
                continue;
            }
            double value = damped(i - from) * vocabulary.idf(id);
            ids[size] = id;
            values[size++] = value;
            squares += value * value;
        }
        double norm = Math.sqrt(squares);
        for (int j = 0; j < size; j++) {
            values[j] /= norm;
        }
        return new SparseRow(Arrays.copyOf(ids, size), Arrays.copyOf(values, size));
    }

    /** 1 + ln tf. */
    static double damped(int count) {
        return count == 1 ? 1 : 1 + StrictMath.log(count);
    }

    public double dot(SparseRow other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < ids.length && j < other.ids.length) {
            int difference = ids[i] - other.ids[j];
            if (difference == 0) {
                sum += values[i++] * other.values[j++];
            } else if (difference < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /** Dot product with a dense vector. */
    public double dot(double[] numbers) {
        double sum = 0;
        for (int k = 0; k < ids.length; k++) {
            sum += values[k] * numbers[ids[k]];
        }
        return sum;
    }

    /** Adds a multiple of the row to a dense vector. */
    public void addTo(double[] numbers, double factor) {
        for (int k = 0; k < ids.length; k++) {
            numbers[ids[k]] += factor * values[k];
        }
    }

    /** The value at an index. */
    public double at(int id) {
        int place = Arrays.binarySearch(ids, id);
        return place < 0 ? 0 : values[place];
    }
}

package org.verbacode.learning.features;

import java.util.List;
import java.util.function.Function;

/** The features of many texts in compressed sparse rows, so that thousands are scored in milliseconds. */
public final class FeatureTable {
    public final Rows lemmas;
    public final Rows content;
    public final Rows characters;
    public final double[] softLengths;
    /** By text and dimension. */
    public final double[] meanings;

    private final int size;

    public FeatureTable(List<Features> texts, int meaningSize) {
        size = texts.size();
        lemmas = new Rows(texts, text -> text.lemmas);
        content = new Rows(texts, text -> text.content);
        characters = new Rows(texts, text -> text.characters);
        softLengths = texts.stream().mapToDouble(text -> text.softLength).toArray();
        meanings = new double[size * meaningSize];
        for (int i = 0; i < size; i++) {
            System.arraycopy(texts.get(i).meaning, 0, meanings, i * meaningSize, meaningSize);
        }
    }

    public int size() {
        return size;
    }

    /** Compressed sparse rows. */
    public static final class Rows {
        /** By row: index of its first entry; then the index behind the last entry. */
        private final int[] starts;

        private final int[] ids;
        private final double[] values;

        private Rows(List<Features> texts, Function<Features, SparseRow> block) {
            starts = new int[texts.size() + 1];
            for (int i = 0; i < texts.size(); i++) {
                starts[i + 1] = starts[i] + block.apply(texts.get(i)).ids.length;
            }
            ids = new int[starts[texts.size()]];
            values = new double[ids.length];
            for (int i = 0; i < texts.size(); i++) {
                SparseRow row = block.apply(texts.get(i));
                System.arraycopy(row.ids, 0, ids, starts[i], row.ids.length);
                System.arraycopy(row.values, 0, values, starts[i], row.ids.length);
            }
        }

        /** Dot product of a row with a dense vector. */
        public double dot(int row, double[] numbers) {
            double sum = 0;
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                sum += values[k] * numbers[ids[k]];
            }
            return sum;
        }
    }
}

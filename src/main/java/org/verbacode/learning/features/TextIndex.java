package org.verbacode.learning.features;

import java.util.List;

/** An inverted index of texts, so that an answer is compared only with texts that share a feature. */
public final class TextIndex {
    private final List<Features> texts;
    private final int[][] contentTexts;
    private final double[][] contentValues;
    private final int[][] characterTexts;
    private final double[][] characterValues;
    /** By content lemma: S x of each text over its length. */
    private final double[][] spreads;

    TextIndex(FeatureSpace space, List<Features> texts) {
        this.texts = List.copyOf(texts);
        List<SparseRow> content = texts.stream().map(text -> text.content).toList();
        List<SparseRow> characters = texts.stream().map(text -> text.characters).toList();
        contentTexts = new int[space.content.size()][];
        contentValues = new double[space.content.size()][];
        characterTexts = new int[space.characters.size()][];
        characterValues = new double[space.characters.size()][];
        invert(content, contentTexts, contentValues);
        invert(characters, characterTexts, characterValues);
        spreads = new double[space.content.size()][texts.size()];
        for (int text = 0; text < texts.size(); text++) {
            double length = texts.get(text).softLength;
            if (length > 0) {
                double[] spread = space.meanings.spread(content.get(text));
                for (int lemma = 0; lemma < spread.length; lemma++) {
                    spreads[lemma][text] = spread[lemma] / length;
                }
            }
        }
    }

    private static void invert(List<SparseRow> rows, int[][] texts, double[][] values) {
        int[] counts = new int[texts.length];
        rows.forEach(row -> {
            for (int id : row.ids) {
                counts[id]++;
            }
        });
        for (int id = 0; id < texts.length; id++) {
            texts[id] = new int[counts[id]];
            values[id] = new double[counts[id]];
        }
        for (int text = rows.size() - 1; text >= 0; text--) {
            SparseRow row = rows.get(text);
            for (int k = 0; k < row.ids.length; k++) {
                int place = --counts[row.ids[k]];
                texts[row.ids[k]][place] = text;
                values[row.ids[k]][place] = row.values[k];
            }
        }
    }

    public Features text(int text) {
        return texts.get(text);
    }

    /** S x of a text over its length, at one lemma. */
    public double spread(int text, int lemma) {
        return spreads[lemma][text];
    }

    /** Similarity of an answer to each text in words and characters. */
    double[] words(Features answer) {
        double[] scores = new double[texts.size()];
        add(answer.content, contentTexts, contentValues, scores);
        add(answer.characters, characterTexts, characterValues, scores);
        return scores;
    }

    private static void add(SparseRow row, int[][] texts, double[][] values, double[] scores) {
        for (int k = 0; k < row.ids.length; k++) {
            int[] having = texts[row.ids[k]];
            double[] weights = values[row.ids[k]];
            for (int i = 0; i < having.length; i++) {
                scores[having[i]] += row.values[k] * weights[i] / 2;
            }
        }
    }

    /** Similarity of an answer to each text under the soft cosine. */
    double[] soft(Features answer) {
        double[] scores = new double[texts.size()];
        if (answer.softLength > 0) {
            for (int k = 0; k < answer.content.ids.length; k++) {
                double[] spread = spreads[answer.content.ids[k]];
                double weight = answer.content.values[k] / answer.softLength;
                for (int text = 0; text < scores.length; text++) {
                    scores[text] += weight * spread[text];
                }
            }
        }
        return scores;
    }
}

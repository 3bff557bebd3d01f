package org.verbacode.learning.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The features of one kind in a survey, with their document frequencies. */
public final class Vocabulary {
    /** Prefix of forgotten features; no word begins with it. */
    private static final String GONE = "\u0001";

    private final List<String> features;
    private final Map<String, Integer> ids;
    private final double[] idf;
    private final int[] frequencies;
    private final int texts;
    private final boolean countsUnknown;

    /**
     * @param frequencies document frequency of each feature
     * @param texts number of texts
     * @param countsUnknown whether unknown features count in the norm of a text's vector
     */
    public Vocabulary(List<String> features, int[] frequencies, int texts, boolean countsUnknown) {
        this.features = List.copyOf(features);
        this.frequencies = frequencies.clone();
        this.texts = texts;
        this.countsUnknown = countsUnknown;
        this.ids = new HashMap<>(features.size() * 2);
        this.idf = new double[features.size()];
        for (int id = 0; id < features.size(); id++) {
            ids.put(features.get(id), id);
            idf[id] = idf(frequencies[id], texts);
        }
        if (ids.size() != features.size()) {
            throw new IllegalArgumentException("a feature is in the vocabulary twice");
        }
    }

    /** Smoothed inverse document frequency: ln((1 + N)/(1 + df)) + 1. */
    private static double idf(int frequency, int texts) {
        return StrictMath.log((1.0 + texts) / (1.0 + frequency)) + 1;
    }

    /** The same without the names of some features; their indices stay. */
    Vocabulary without(Predicate<String> purged) {
        List<String> kept = new ArrayList<>(features.size());
        for (int id = 0; id < features.size(); id++) {
            kept.add(purged.test(features.get(id)) ? GONE + id : features.get(id));
        }
        return new Vocabulary(kept, frequencies, texts, countsUnknown);
    }

    public int size() {
        return idf.length;
    }

    public int texts() {
        return texts;
    }

    public boolean countsUnknown() {
        return countsUnknown;
    }

    public String feature(int id) {
        return features.get(id);
    }

    public int frequency(int id) {
        return frequencies[id];
    }

    /** The index of a feature, or -1. */
    public int id(String feature) {
        Integer id = ids.get(feature);
        return id == null ? -1 : id;
    }

    double idf(int id) {
        return idf[id];
    }

    double unknownWeight() {
        return countsUnknown ? idf(0, texts) : 0;
    }

    /** Builds a vocabulary text by text; features are numbered in the order of their first occurrence. */
    public static final class Count {
        private final Map<String, Integer> ids = new HashMap<>();
        private final List<String> features = new ArrayList<>();
        private int[] frequencies = new int[1024];
        private int texts;

        /** @param counts whether the text counts in document frequencies */
        public void add(Iterable<String> occurring, boolean counts) {
            Set<String> seen = new HashSet<>();
            for (String feature : occurring) {
                int id = ids.computeIfAbsent(feature, unused -> {
                    features.add(feature);
                    return features.size() - 1;
                });
                if (id == frequencies.length) {
                    frequencies = Arrays.copyOf(frequencies, id * 2);
                }
                if (counts && seen.add(feature)) {
                    frequencies[id]++;
                }
            }
            if (counts) {
                texts++;
            }
        }

        public Vocabulary vocabulary(int leastFrequency, boolean countsUnknown) {
            List<String> kept = new ArrayList<>();
            int[] counts = new int[features.size()];
            for (int id = 0; id < features.size(); id++) {
                if (frequencies[id] >= leastFrequency) {
                    counts[kept.size()] = frequencies[id];
                    kept.add(features.get(id));
                }
            }
            return new Vocabulary(kept, counts, texts, countsUnknown);
        }
    }
}

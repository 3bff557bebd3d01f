package org.verbacode.language;

import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.lemma.VectorFile;

/**
 * Distributional word vectors of 100 dimensions for some 42,000 French words, from CoreNLP's parser: "stress" is near
 * "fatigue" and "anxiété".
 *
 * <p>Creating one is cheap; the vectors are loaded with the first query, from the cache folder if they are there. For
 * any number of threads.
 */
public final class WordVectors {
    /** Dimension of a vector. */
    public static final int DIMENSIONS = 100;

    /**
     * A similar word.
     *
     * @param similarity cosine of the two vectors after the mean of all vectors was subtracted; from −1 to 1
     */
    public record Neighbour(String word, double similarity) {}

    private final Path cache;
    private final Lock loading = new ReentrantLock();
    private volatile @Nullable Table table;

    /** @param cache a folder for files that can be computed again; created when needed */
    public WordVectors(Path cache) {
        this.cache = cache;
    }

    /** Changes when the vectors do. */
    public String version() {
        return VectorFile.VERSION;
    }

    /** All words that have a vector, most frequent first. */
    public List<String> words() {
        return table().words;
    }

    /** The vector of a form, as written or lower-case; a new array of {@link #DIMENSIONS} numbers. */
    public Optional<float[]> vector(String form) {
        Table loaded = table();
        Integer row = loaded.row(form);
        return row == null ? Optional.empty() : Optional.of(loaded.vector(row));
    }

    /**
     * The most similar words, most similar first; none if the word has no vector. Other spellings of the word, names
     * and numbers are left out.
     */
    public List<Neighbour> nearest(String word, int n) {
        Table loaded = table();
        Integer row = loaded.row(word);
        return row == null || n <= 0 ? List.of() : loaded.nearest(word, row, n);
    }

    private Table table() {
        Table known = table;
        if (known != null) {
            return known;
        }
        loading.lock();
        try {
            Table again = table;
            if (again == null) {
                again = new Table(VectorFile.open(cache));
                table = again;
            }
            return again;
        } finally {
            loading.unlock();
        }
    }

    private static final class Table {
        final List<String> words;
        private final Map<String, Integer> rows;
        private final ShortBuffer numbers;
        private final float[] mean = new float[DIMENSIONS];
        private final float[] lengths;

        Table(VectorFile.Content content) {
            words = content.words();
            numbers = content.numbers();
            rows = new HashMap<>(words.size() * 2);
            for (int i = 0; i < words.size(); i++) {
                rows.put(words.get(i), i);
            }
            for (int i = 0; i < words.size(); i++) {
                float[] vector = vector(i);
                for (int d = 0; d < DIMENSIONS; d++) {
                    mean[d] += vector[d] / words.size();
                }
            }
            lengths = new float[words.size()];
            for (int i = 0; i < words.size(); i++) {
                double square = 0;
                for (float x : centred(i)) {
                    square += x * x;
                }
                lengths[i] = (float) Math.sqrt(square);
            }
        }

        @Nullable
        Integer row(String form) {
            Integer row = rows.get(form);
            return row == null ? rows.get(form.toLowerCase(Locale.FRENCH)) : row;
        }

        float[] vector(int row) {
            float[] vector = new float[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++) {
                vector[d] = numbers.get(row * DIMENSIONS + d) / VectorFile.SCALE;
            }
            return vector;
        }

        private float[] centred(int row) {
            float[] vector = vector(row);
            for (int d = 0; d < DIMENSIONS; d++) {
                vector[d] -= mean[d];
            }
            return vector;
        }

        List<Neighbour> nearest(String word, int row, int n) {
            float[] asked = centred(row);
            String folded = Folding.fold(word);
            Comparator<Neighbour> nearestFirst =
                    Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparing(Neighbour::word);
            PriorityQueue<Neighbour> kept = new PriorityQueue<>(nearestFirst.reversed());
            for (int i = 0; i < words.size(); i++) {
                if (i == row || !isCommonWord(words.get(i))) {
                    continue;
                }
                float[] other = centred(i);
                double product = 0;
                for (int d = 0; d < DIMENSIONS; d++) {
                    product += asked[d] * other[d];
                }
                double norm = (double) lengths[row] * lengths[i];
                Neighbour neighbour = new Neighbour(words.get(i), norm == 0 ? 0 : product / norm);
                if (kept.size() < n || nearestFirst.compare(neighbour, kept.element()) < 0) {
                    if (!Folding.fold(neighbour.word()).equals(folded)) {
                        kept.add(neighbour);
                        if (kept.size() > n) {
                            kept.remove();
                        }
                    }
                }
            }
            List<Neighbour> nearest = new ArrayList<>(kept);
            nearest.sort(nearestFirst);
            return List.copyOf(nearest);
        }

        private static boolean isCommonWord(String word) {
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (!(Character.isLowerCase(c) || (c == '-' && i > 0))) {
                    return false;
                }
            }
            return word.length() > 1;
        }
    }
}

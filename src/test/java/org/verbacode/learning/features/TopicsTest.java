package org.verbacode.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.core.matrix.Matrix;
import weka.core.matrix.SingularValueDecomposition;

class TopicsTest {
    private static final int TEXTS = 160;
    private static final int LEMMAS = 60;

    private static List<SparseRow> texts() {
        SplittableRandom random = new SplittableRandom(5);
        List<SparseRow> texts = new ArrayList<>();
        for (int text = 0; text < TEXTS; text++) {
            int theme = text % 4 * 15;
            int[] ids = IntStream.generate(() -> theme + random.nextInt(15))
                    .limit(4)
                    .distinct()
                    .sorted()
                    .toArray();
            texts.add(new SparseRow(
                    ids, IntStream.of(ids).mapToDouble(id -> 0.5 + id / 50.0).toArray()));
        }
        return texts;
    }

    /** Compares with Weka's decomposition, which is exact and slow. */
    @Test
    void theyAreTheFirstSingularVectorsUpToTheirSign() {
        List<SparseRow> texts = texts();
        double[][] dense = new double[TEXTS][LEMMAS];
        for (int text = 0; text < TEXTS; text++) {
            texts.get(text).addTo(dense[text], 1);
        }
        double[][] exact = new SingularValueDecomposition(new Matrix(dense))
                .getV()
                .transpose()
                .getArray();

        float[][] topics = Topics.of(texts, LEMMAS);

        assertThat(topics[0]).hasSize(TEXTS / 8);
        for (int topic = 0; topic < 5; topic++) {
            double along = 0;
            for (int lemma = 0; lemma < LEMMAS; lemma++) {
                along += topics[lemma][topic] * exact[topic][lemma];
            }
            assertThat(Math.abs(along)).as("topic %d", topic).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void theSameTextsGiveTheSameTopics() {
        assertThat(Topics.of(texts(), LEMMAS)).isDeepEqualTo(Topics.of(texts(), LEMMAS));
    }

    @Test
    void fewTextsHaveFewTopicsAndNoWordsHaveNone() {
        assertThat(Topics.of(texts().subList(0, 7), LEMMAS)).hasDimensions(LEMMAS, 0);
        assertThat(Topics.of(texts().subList(0, 17), LEMMAS)).hasDimensions(LEMMAS, 2);
        assertThat(Topics.of(List.of(), 0)).isEmpty();
    }
}

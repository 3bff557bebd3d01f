package org.verbacode.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.verbacode.learning.features.CodebookScores;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.fitting.FittedRidges;

class PooledLogisticTest {
    private static final double EXACT = 1e-10;

    /** The first ridge is right for codes with many examples, the first codebook score for codes with few. */
    private static List<ScoredPair> pairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ScoredPair> pairs = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            double[] scores = random.doubles(PooledLogistic.SCORES, -1, 1).toArray();
            int code = i % 2;
            double telling = code == 0 ? scores[0] : scores[Kernels.COUNT];
            boolean applies = random.nextDouble() < PooledLogistic.probability(4 * telling - 1);
            pairs.add(new ScoredPair(code, applies, code == 0 ? 200 : 2, scores, 1));
        }
        return pairs;
    }

    @Test
    void aLogitIsAConstantAndASumOverScoresOnceTheExamplesAreKnown() {
        PooledLogistic learned = PooledLogistic.learn(pairs(1));
        for (int examples : new int[] {0, 1, 7, 300}) {
            double[] scores = new SplittableRandom(examples)
                    .doubles(PooledLogistic.SCORES, -2, 2)
                    .toArray();
            double sum = learned.constant(examples);
            for (int score = 0; score < scores.length; score++) {
                sum += scores[score] * learned.slope(score, examples);
            }
            assertThat(sum).isCloseTo(learned.logit(scores, examples), within(EXACT));
        }
    }

    @Test
    void logitsByCodeAreTheSameSums() {
        PooledLogistic learned = PooledLogistic.learn(pairs(2));
        int[] examples = {0, 12};
        Logits logits = new Logits(learned, examples);
        SplittableRandom random = new SplittableRandom(3);
        double[][] ridges = new double[Kernels.COUNT][];
        double[][] definitions = new double[CodebookScores.COUNT][];
        for (int ridge = 0; ridge < ridges.length; ridge++) {
            ridges[ridge] = random.doubles(2).toArray();
        }
        for (int score = 0; score < definitions.length; score++) {
            definitions[score] = random.doubles(2).toArray();
        }
        for (int code = 0; code < examples.length; code++) {
            assertThat(logits.logit(code, ridges, definitions))
                    .isCloseTo(
                            learned.logit(FittedRidges.scores(ridges, definitions, code), examples[code]),
                            within(EXACT));
        }
    }

    @Test
    void theMoreExamplesTheMoreTheRidgesWeighAgainstTheCodebook() {
        PooledLogistic learned = PooledLogistic.learn(pairs(4));
        int definition = Kernels.COUNT;

        assertThat(learned.slope(0, 200) - learned.slope(0, 2)).isPositive();
        assertThat(learned.slope(definition, 2) - learned.slope(definition, 200))
                .isPositive();
    }

    @Test
    void aCodeWithoutExamplesHasALogit() {
        PooledLogistic learned = PooledLogistic.learn(pairs(5).subList(0, 3));

        assertThat(learned.constant(0)).isFinite();
    }

    @Test
    void aPairOfTwiceTheWeightCountsAsTwoPairs() {
        List<ScoredPair> twice = new ArrayList<>();
        List<ScoredPair> heavy = new ArrayList<>();
        for (ScoredPair pair : pairs(6).subList(0, 300)) {
            twice.add(pair);
            twice.add(pair);
            heavy.add(new ScoredPair(pair.code, pair.applies, pair.examples, pair.scores, 2));
        }

        assertThat(PooledLogistic.learn(heavy).coefficients)
                .usingComparatorWithPrecision(1e-7)
                .containsExactly(PooledLogistic.learn(twice).coefficients);
        assertThat(PooledLogistic.learn(pairs(6).subList(0, 300)).coefficients[0])
                .as("with half the evidence it stays nearer to what it was on other surveys")
                .isNotCloseTo(PooledLogistic.learn(heavy).coefficients[0], within(1e-3));
    }
}

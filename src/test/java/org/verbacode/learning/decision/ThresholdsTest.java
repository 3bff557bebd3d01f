package org.verbacode.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.verbacode.learning.decision.Thresholds.Judged;

class ThresholdsTest {
    /** Even odds are a logit of 0. */
    @Test
    void whereNobodyGaveAnyCodeItTakesEvenOddsToGiveOne() {
        SplittableRandom random = new SplittableRandom(1);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            judged.add(new Judged(i % 2, -20 - random.nextDouble(), false));
        }

        assertThat(Thresholds.of(judged.toArray(Judged[]::new), new double[2])).containsExactly(0, 0);
        assertThat(Thresholds.bestThreshold(judged)).isZero();
    }

    /** With a threshold of 1.5, two of three are right and none is missed: F1 .8; every other threshold gives less. */
    @Test
    void theBestCutIsThatOfTheHighestF1() {
        List<Judged> judged = List.of(
                new Judged(0, 3, true),
                new Judged(0, -1, false),
                new Judged(0, 1.5, true),
                new Judged(0, 2, false),
                new Judged(0, -3, false));

        assertThat(Thresholds.bestThreshold(judged)).isEqualTo((1.5 - 1) / 2);
    }

    /**
     * Both thresholds lie half-way between 2 and −4. With the probabilities .982, .881, .018 and .002 the expected F1
     * is at most 2 · 1.863 / (2 + 1.883) = .959, and the logit of half of that is −.081; two examples weigh 2 / 42.
     */
    @Test
    void aThresholdLiesBetweenTheCutsAndWhatTheProbabilitiesLetExpect() {
        Judged[] judged = {
            new Judged(0, 4, true), new Judged(0, 2, true), new Judged(0, -4, false), new Judged(0, -6, false)
        };

        assertThat(Thresholds.of(judged, new double[1])[0]).isCloseTo(-1 * 40 / 42.0 - .0813 * 2 / 42, within(1e-4));
    }

    /**
     * The minimum of log-loss + 2o² over a hundred pairs: 100 p − 20 + 4o = 0, where p is the probability at the
     * offset o.
     */
    @Test
    void anOffsetBringsProbabilitiesToTheShareThatBearsTheCodeUnlessThatIsFar() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            judged.add(new Judged(0, 0, i < 20));
        }

        double offset = Thresholds.offsets(judged.toArray(Judged[]::new), 1)[0];

        assertThat(offset).isBetween(-1.4, -1.0);
        assertThat(100 * PooledLogistic.probability(offset) - 20 + 4 * offset).isCloseTo(0, within(1e-9));
    }
}

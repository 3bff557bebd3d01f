package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.verbacode.learning.fitting.WaveChoice;
import org.verbacode.study.WaveName;

class WaveWeightsTest {
    private static final WaveName OLD = new WaveName("2019-2020");
    private static final WaveName LATER = new WaveName("2020-2021");
    private static final WaveName LATEST = new WaveName("2021-2022");
    private static final WaveWeights HALF = new WaveWeights(Map.of(OLD, 0.5));
    private static final WaveWeights FIFTH = new WaveWeights(Map.of(OLD, 0.2));

    @Test
    void eachWaveCountsForAShareOfTheOneAfterIt() {
        List<WaveWeights> choices = WaveWeights.choices(List.of(OLD, LATER, LATEST));

        assertThat(choices.get(0)).isEqualTo(WaveWeights.EQUAL);
        assertThat(choices).hasSize(4).allMatch(choice -> choice.of(LATEST) == 1);
        for (WaveWeights choice : choices) {
            assertThat(choice.of(OLD)).isEqualTo(choice.of(LATER) * choice.of(LATER));
        }
        assertThat(choices)
                .extracting(choice -> choice.of(LATER))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void withOneWaveThereIsNothingToChoose() {
        assertThat(WaveWeights.choices(List.of(LATEST))).containsExactly(WaveWeights.EQUAL);
        assertThat(WaveWeights.EQUAL.of(OLD)).isEqualTo(1);
    }

    @Test
    void aWeightIsAboveNothingAndAtMostOneWholeAnswer() {
        for (double wrong : new double[] {0, -0.5, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> new WaveWeights(Map.of(OLD, wrong))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Double> losses(int answers, double mean, double spread, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            losses.add(mean + spread * (random.nextDouble() - .5));
        }
        return losses;
    }

    @Test
    void whatClearlyLowersTheLossOfTheLatestWaveIsChosen() {
        WaveChoice choice = new WaveChoice(WaveWeights.EQUAL, losses(40, 1, .5, 1));

        assertThat(choice.judge(HALF, losses(40, .8, .5, 2)))
                .as("worth going on")
                .isTrue();
        assertThat(choice.judge(FIFTH, losses(40, .7, .5, 3))).isTrue();

        assertThat(choice.chosen()).isEqualTo(FIFTH);
    }

    @Test
    void aDifferenceThatMayBeChanceChangesNothing() {
        WaveChoice choice = new WaveChoice(WaveWeights.EQUAL, losses(40, 1, 2, 1));

        choice.judge(HALF, losses(40, .97, 2, 2));

        assertThat(choice.chosen()).isEqualTo(WaveWeights.EQUAL);
    }

    @Test
    void whereOlderAnswersHelpNothingFurtherIsTried() {
        WaveChoice choice = new WaveChoice(WaveWeights.EQUAL, losses(40, 1, .5, 1));

        assertThat(choice.judge(HALF, losses(40, 1.2, .5, 2))).isFalse();
        assertThat(choice.chosen()).isEqualTo(WaveWeights.EQUAL);
        assertThat(new WaveChoice(WaveWeights.EQUAL, losses(WaveChoice.MIN_ANSWERS - 1, 1, .5, 1)).canJudge())
                .as("too few answers of the latest wave")
                .isFalse();
    }
}

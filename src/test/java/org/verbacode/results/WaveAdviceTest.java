package org.verbacode.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.verbacode.results.WaveAdvice.Evidence;
import org.verbacode.results.WaveAdvice.Kind;

class WaveAdviceTest {
    private static WaveAdvice of(int given, int coded, int judged, double f1, double low, double high, boolean drifts) {
        return WaveAdvice.of(new Evidence(given, coded, judged, f1, low, high, 0.75, drifts));
    }

    @Test
    void fewerThanThirtyJudgedAnswersGiveNoAdviceWhateverTheirScore() {
        assertThat(of(500, 12, 12, 1, 1, 1, false)).isEqualTo(new WaveAdvice(Kind.JUDGE, 18));
        assertThat(of(20, 0, 0, 0, 0, 0, false)).isEqualTo(new WaveAdvice(Kind.JUDGE, 20));
    }

    @Test
    void aSmallFullyCodedWaveCannotJudgeTheModelUnlessItIsLargeEnoughForTraining() {
        assertThat(of(2, 2, 0, 0, 0, 0, false)).isEqualTo(new WaveAdvice(Kind.TOO_FEW, 0));
        assertThat(of(20, 20, 20, 1, 1, 1, false)).isEqualTo(new WaveAdvice(Kind.TOO_FEW, 0));
        assertThat(of(100, 100, 0, 0, 0, 0, false)).isEqualTo(new WaveAdvice(Kind.LEARN, 0));
    }

    @Test
    void aModelWhoseIntervalStaysWithinFivePointsIsKept() {
        assertThat(of(500, 60, 60, 0.76, 0.70, 0.82, false)).isEqualTo(new WaveAdvice(Kind.KEEP, 0));
    }

    @Test
    void aModelWhoseWholeIntervalIsBelowTheEarlierScoreIsRetrainedOnAHundredAnswers() {
        assertThat(of(500, 60, 40, 0.6, 0.5, 0.7, false)).isEqualTo(new WaveAdvice(Kind.WORSE, 40));
        assertThat(of(500, 160, 40, 0.6, 0.5, 0.7, false)).isEqualTo(new WaveAdvice(Kind.WORSE, 0));
    }

    @Test
    void calibrationDriftRequiresRetraining() {
        assertThat(of(500, 60, 60, 0.76, 0.70, 0.82, true)).isEqualTo(new WaveAdvice(Kind.DRIFTS, 40));
    }

    @Test
    void aWideIntervalAsksForEnoughAnswersToNarrowIt() {
        // .75 − .67 = .08 must become .75 − .70 = .05: (.08/.05)² = 2.56 times 32 answers, 50 more (49.92 rounded up).
        assertThat(of(500, 32, 32, 0.75, 0.67, 0.83, false)).isEqualTo(new WaveAdvice(Kind.UNDECIDED, 50));
        // With a hundred coded the wave can be learned instead.
        assertThat(of(500, 100, 32, 0.75, 0.67, 0.83, false)).isEqualTo(new WaveAdvice(Kind.LEARN, 0));
    }
}

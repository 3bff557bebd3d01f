package org.verbacode.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbacode.results.Drift.Pair;

class DriftTest {
    @Test
    void aCodeFoundLessOftenThanExpectedDriftsDown() {
        // Nobody gave it, the model expected one in five: value 0 − .2; upper bound 3.8415/43.8415 − .2, where the
        // first term is Wilson's upper bound of 0 of 40.
        Drift drift = Drift.ofCode(Collections.nCopies(40, new Pair(0, 0.2)));

        assertThat(drift.expected()).isCloseTo(8, within(1e-9));
        assertThat(drift.value()).isCloseTo(-0.2, within(1e-9));
        assertThat(drift.low()).isCloseTo(-0.2, within(1e-9));
        assertThat(drift.high()).isCloseTo(-0.112378, within(1e-6));
        assertThat(drift.isClear()).isTrue();
    }

    @Test
    void overAllCodesTheMeanDifferenceHasItsNormalInterval() {
        // Differences 1, 0, −1, 1: mean .25, variance (.5625 + .0625 + 1.5625 + .5625)/3 = .916667.
        Drift drift = Drift.overall(List.of(new Pair(2, 1), new Pair(1, 1), new Pair(0, 1), new Pair(2, 1)));

        assertThat(drift.value()).isCloseTo(0.25, within(1e-12));
        assertThat(drift.high() - drift.value()).isCloseTo(1.959964 * Math.sqrt(0.916667 / 4), within(1e-6));
        assertThat(drift.isClear()).isFalse();
    }

    @Test
    void oneAnswerGivesNoInterval() {
        assertThat(Drift.overall(List.of(new Pair(3, 0.1))).isClear()).isFalse();
    }
}

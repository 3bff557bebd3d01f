package org.verbacode.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareChangeTest {
    @Test
    void newcombe1998TableIIExampleAHasTheIntervalOfMethod10() {
        ShareChange change = ShareChange.of(48.0 / 80, 80, 56.0 / 70, 70);

        assertThat(change.value()).isCloseTo(0.2, within(1e-12));
        assertThat(change.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(change.high()).isCloseTo(0.3339, within(5e-5));
        assertThat(change.isClear()).isTrue();
    }

    @Test
    void aCodeWithoutOccurrencesHasAnIntervalOfPositiveWidth() {
        // Wilson's upper bound of 0 of n is z²/(n + z²): 3.8415/103.8415 for n = 100.
        ShareChange change = ShareChange.of(0, 100, 0, 100);

        assertThat(change.low()).isCloseTo(-0.036994, within(1e-6));
        assertThat(change.high()).isCloseTo(0.036994, within(1e-6));
        assertThat(change.isClear()).isFalse();
    }

    @Test
    void withoutAnswersTheIntervalIsTheWholeRange() {
        assertThat(ShareChange.of(0, 0, 0.5, 10)).isEqualTo(new ShareChange(0, 0.5, -1, 1));
    }
}

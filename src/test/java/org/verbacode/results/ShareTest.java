package org.verbacode.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
    /** Newcombe 1998 (Statistics in Medicine 17, 857-872), table I, method 3. */
    @Test
    void scoreIntervalsAreThoseOfNewcombe1998() {
        check(81, 263, .2553, .3662);
        check(15, 148, .0624, .1605);
        check(0, 20, .0000, .1611);
        check(1, 29, .0061, .1718);
    }

    private static void check(int count, int of, double low, double high) {
        Share share = new Share(count, of);
        assertThat(share.low()).isCloseTo(low, within(.00005));
        assertThat(share.high()).isCloseTo(high, within(.00005));
    }

    @Test
    void aShareOfNoAnswersHasTheWholeRangeAsItsInterval() {
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
        assertThat(new Share(0, 0).value()).isZero();
    }
}

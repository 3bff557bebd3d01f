package org.verbacode.results.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The four cases of MASI in Passonneau (2006), Measuring Agreement on Set-valued Items, LREC, section 4. */
class Passonneau2006Test {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void equalSetsHaveNoDistanceWhateverTheirOrder() {
        assertThat(Masi.distance(Set.of("Aa", "BB"), Set.of("BB", "Aa"))).isZero();
        assertThat(Masi.distance(Set.of(), Set.of())).isZero();
    }

    @Test
    void aSubsetCountsTwoThirdsOfItsJaccardIndex() {
        assertThat(Masi.distance(Set.of("a"), Set.of("a", "b"))).isCloseTo(1 - 0.5 * 2 / 3, EXACT);
    }

    @Test
    void anOverlapCountsOneThirdOfItsJaccardIndex() {
        assertThat(Masi.distance(Set.of("a", "b"), Set.of("b", "c"))).isCloseTo(1 - (1.0 / 3) / 3, EXACT);
    }

    @Test
    void disjointSetsAreAtDistanceOne() {
        assertThat(Masi.distance(Set.of("a"), Set.of("b"))).isEqualTo(1);
        assertThat(Masi.distance(Set.of(), Set.of("b"))).isEqualTo(1);
    }
}

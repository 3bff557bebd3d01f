package org.verbacode.results.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ContingencyTest {
    private static final Offset<Double> ROUNDED = within(0.005);

    private static double of(OptionalDouble figure) {
        return figure.orElseThrow();
    }

    /** Feinstein and Cicchetti (1990), J. Clin. Epidemiol. 43, 543–549: the same agreement of .85, kappa .70 and .32. */
    @Test
    void feinsteinAndCicchetti1990TheFirstParadoxOfKappa() {
        Contingency balanced = new Contingency(40, 9, 6, 45);
        Contingency skewed = new Contingency(80, 10, 5, 5);

        assertThat(of(balanced.percent())).isCloseTo(0.85, ROUNDED);
        assertThat(of(balanced.kappa())).isCloseTo(0.70, ROUNDED);
        assertThat(of(skewed.percent())).isCloseTo(0.85, ROUNDED);
        assertThat(of(skewed.kappa())).isCloseTo(0.32, ROUNDED);
    }

    /** Cicchetti and Feinstein (1990), J. Clin. Epidemiol. 43, 551–558: indexes of positive and negative agreement. */
    @Test
    void cicchettiAndFeinstein1990PositiveAndNegativeAgreement() {
        Contingency skewed = new Contingency(80, 10, 5, 5);

        assertThat(of(skewed.positive())).isCloseTo(0.914, ROUNDED);
        assertThat(of(skewed.negative())).isCloseTo(0.40, ROUNDED);
    }

    /** Gwet (2002), Kappa statistic is not satisfactory…, Statistical Methods for Inter-Rater Reliability Assessment 1. */
    @Test
    void gwet2002KappaIsNegativeWhereTheCoefficientOfFirstOrderIsHigh() {
        Contingency emphysema = new Contingency(118, 5, 2, 0);

        assertThat(of(emphysema.kappa())).isCloseTo(-0.0234, within(0.00005));
        assertThat(of(emphysema.ac1())).isCloseTo(0.9408, within(0.00005));
    }

    @Test
    void firstOrderAgreementIsNearOneForARareCodeWithoutAnyAgreement() {
        Contingency rare = new Contingency(0, 4, 4, 203);

        assertThat(of(rare.ac1())).isCloseTo(0.96, ROUNDED);
        assertThat(of(rare.kappa())).isCloseTo(-0.02, ROUNDED);
        assertThat(of(rare.positive())).isZero();
    }

    @Test
    void whatIsUndefinedIsAbsent() {
        Contingency none = new Contingency(0, 0, 0, 0);
        Contingency nobody = new Contingency(0, 0, 0, 7);
        Contingency everybody = new Contingency(7, 0, 0, 0);

        assertThat(none.percent()).isEmpty();
        assertThat(none.kappa()).isEmpty();
        assertThat(none.ac1()).isEmpty();
        assertThat(nobody.positive()).isEmpty();
        assertThat(nobody.negative()).hasValue(1);
        assertThat(nobody.kappa()).isEmpty();
        assertThat(nobody.ac1()).hasValue(1);
        assertThat(everybody.negative()).isEmpty();
        assertThat(everybody.kappa()).isEmpty();
    }
}

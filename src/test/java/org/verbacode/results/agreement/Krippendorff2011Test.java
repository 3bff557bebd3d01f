package org.verbacode.results.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The worked examples of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania. */
class Krippendorff2011Test {
    private static List<List<Character>> units(String... coders) {
        List<List<Character>> units = new ArrayList<>();
        for (int unit = 0; unit < coders[0].length(); unit++) {
            List<Character> values = new ArrayList<>();
            for (String coder : coders) {
                if (coder.charAt(unit) != '.') {
                    values.add(coder.charAt(unit));
                }
            }
            units.add(values);
        }
        return units;
    }

    @Test
    void binaryDataOfTwoObservers() {
        assertThat(KrippendorffAlpha.nominal(units("0100000010", "1110010000")).getAsDouble())
                .isCloseTo(0.095, within(0.0005));
    }

    @Test
    void nominalDataOfFourObserversWithMissingValues() {
        List<List<Character>> units = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
        assertThat(KrippendorffAlpha.nominal(units).getAsDouble()).isCloseTo(0.743, within(0.0005));
    }

    @Test
    void intervalDataOfTheSameObservers() {
        List<List<Character>> units = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
        OptionalDouble alpha = KrippendorffAlpha.of(units, (one, other) -> (one - other) * (one - other) / 16.0);

        assertThat(alpha.getAsDouble()).isCloseTo(0.849, within(0.0005));
    }

    @Test
    void valuesThatAreAllTheSameHaveNoAlpha() {
        assertThat(KrippendorffAlpha.nominal(units("1111", "1111"))).isEmpty();
        assertThat(KrippendorffAlpha.nominal(List.<List<Character>>of())).isEmpty();
        assertThat(KrippendorffAlpha.nominal(units("1", ".")))
                .as("one value is not comparable")
                .isEmpty();
    }
}

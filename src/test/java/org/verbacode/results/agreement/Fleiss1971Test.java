package org.verbacode.results.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Table 1 of Fleiss (1971), Psychological Bulletin 76, 378–382: 30 patients, 6 psychiatrists, 5 diagnoses. */
class Fleiss1971Test {
    private static final List<String> PATIENTS = List.of(
            "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006", "10050", "11040",
            "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203", "00006", "01050", "02013", "20040",
            "10041", "05010", "40002", "02040", "10500", "00006");

    @Test
    void kappaOfThePsychiatricDiagnoses() {
        List<List<Integer>> units = new ArrayList<>();
        for (String patient : PATIENTS) {
            List<Integer> values = new ArrayList<>();
            for (int diagnosis = 0; diagnosis < patient.length(); diagnosis++) {
                for (int psychiatrist = 0; psychiatrist < patient.charAt(diagnosis) - '0'; psychiatrist++) {
                    values.add(diagnosis);
                }
            }
            units.add(values);
        }

        assertThat(FleissKappa.of(units).getAsDouble()).isCloseTo(0.430, within(0.0005));
    }

    @Test
    void isUndefinedWithoutTwoCodersOrTwoValues() {
        assertThat(FleissKappa.of(List.of())).isEmpty();
        assertThat(FleissKappa.of(List.of(List.of(1)))).isEmpty();
        assertThat(FleissKappa.of(List.of(List.of(1, 1), List.of(1, 1)))).isEmpty();
        assertThatThrownBy(() -> FleissKappa.of(List.of(List.of(1, 1), List.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

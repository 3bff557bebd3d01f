package org.verbacode.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+32 475 12 34 56",
                "-",
                "-1+2",
                "--1",
                "@SUM(A1)",
                "\tx",
                "'=1",
                "- du soutien",
                "-1\n=2"
            })
    void whatASpreadsheetWouldComputeLeavesAsTextAndComesBackAsItWas(String text) {
        assertThat(Formulas.neutralised(text)).isEqualTo("'" + text);
        assertThat(Formulas.restored(Formulas.neutralised(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0,5", "-2.75", "3", "", "du soutien", "l'aide"})
    void numbersBelowZeroAndPlainWordsStayAsTheyAre(String text) {
        assertThat(Formulas.neutralised(text)).isEqualTo(text);
        assertThat(Formulas.restored(text)).isEqualTo(text);
    }
}

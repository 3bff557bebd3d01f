package org.verbacode.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({"Élève,eleve", "DÉÇUE,decue", "Cœur,coeur", "ex æquo,ex aequo", "mentor,mentor"})
    void capitalsAccentsAndLigaturesDoNotCount(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void composedAndDecomposedAccentsFoldAlike() {
        assertThat(Folding.fold("de\u0301c\u0327ue"))
                .isEqualTo(Folding.fold("déçue"))
                .isEqualTo("decue");
    }
}

package org.verbacode.learning.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbacode.language.FrenchAnalyser;

class LexemesTest {
    private static List<String> lemmasAndPairs(String text) {
        List<String> features = new ArrayList<>();
        Lexemes.pairs(Lexemes.of(new FrenchAnalyser().analyse(text)), (feature, first, last) -> features.add(feature));
        return features;
    }

    @Test
    void whatIsDeniedLackingOrStrengthenedHasASignBesideTheWord() {
        assertThat(lemmasAndPairs("sans stress")).containsExactly("sans", "sans stress", "stress", "¬ stress");
        assertThat(lemmasAndPairs("moins de stress")).contains("stress", "− stress");
        assertThat(lemmasAndPairs("très utile")).contains("utile", "+ utile");
        assertThat(lemmasAndPairs("du stress")).doesNotContain("¬ stress", "− stress", "+ stress");
    }

    @Test
    void halfAnEmojiIsNoCharacter() {
        // In a model's file, unpaired surrogates would all become the same « ? ».
        assertThat(Lexemes.characters("a😀")).containsExactly(" a", "😀", "a😀", "😀 ", " a😀", "a😀 ", " a😀 ");
    }

    @Test
    void aWordHasItsSequencesOfTwoToFiveCharactersWithABlankAtEachEnd() {
        assertThat(Lexemes.characters("été"))
                .containsExactly(" é", "ét", "té", "é ", " ét", "été", "té ", " été", "été ", " été ");
    }
}

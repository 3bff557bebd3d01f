package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LexemesTest {
    @Test
    void halfAnEmojiIsNoCharacter() {
        // Written to a model's file, halves of different emoji would all become the same « ? ».
        assertThat(Lexemes.characters("a😀")).containsExactly(" a", "😀", "a😀", "😀 ", " a😀", "a😀 ", " a😀 ");
    }

    @Test
    void aWordHasItsSequencesOfTwoToFiveCharactersWithABlankAtEachEnd() {
        assertThat(Lexemes.characters("été"))
                .containsExactly(" é", "ét", "té", "é ", " ét", "été", "té ", " été", "été ", " été ");
    }
}

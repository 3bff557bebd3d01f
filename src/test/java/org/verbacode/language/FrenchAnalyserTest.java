package org.verbacode.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchAnalyserTest {
    private final FrenchAnalyser analyser = new FrenchAnalyser();

    @Test
    void wordsComeWithTheirLemmas() {
        assertThat(analyser.analyse("Elle m'a aidée avec mes cours.").tokens())
                .extracting(Token::form, Token::upos, Token::lemma)
                .containsExactly(
                        tuple("Elle", "PRON", "lui"),
                        tuple("m'", "PRON", "moi"),
                        tuple("a", "AUX", "avoir"),
                        tuple("aidée", "VERB", "aider"),
                        tuple("avec", "ADP", "avec"),
                        tuple("mes", "DET", "son"),
                        tuple("cours", "NOUN", "cours"),
                        tuple(".", "PUNCT", "."));
    }

    @Test
    void thePartsOfAContractionShareItsSpan() {
        AnalysedAnswer answer = analyser.analyse("Le suivi du mentor");

        assertThat(answer.tokens())
                .extracting(Token::start, Token::end, Token::form)
                .contains(tuple(9, 11, "de"), tuple(9, 11, "le"), tuple(12, 18, "mentor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Il m’a « aidé » 😀 vraiment",
                "  du soutien,\n\nde l'écoute…\t(et des conseils)  ",
                "Pas besoin d'aide ; aujourd'hui c'est-à-dire est-ce qu'on viendra-t-il ?"
            })
    void offsetsPointIntoTheTextAsWritten(String text) {
        AnalysedAnswer answer = analyser.analyse(text);

        assertThat(answer.text()).isEqualTo(text);
        int last = 0;
        for (Token token : answer.tokens()) {
            assertThat(token.start()).isGreaterThanOrEqualTo(last);
            last = token.start();
            String written = text.substring(token.start(), token.end());
            assertThat(written).isEqualTo(written.strip()).isNotEmpty();
        }
        String covered = text.replaceAll("\\s", "");
        int[] ends = answer.tokens().stream().mapToInt(Token::end).distinct().toArray();
        int[] starts =
                answer.tokens().stream().mapToInt(Token::start).distinct().toArray();
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < starts.length; i++) {
            read.append(text, starts[i], ends[i]);
        }
        assertThat(read.toString()).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t"})
    void anAnswerWithoutWordsHasNoTokens(String text) {
        AnalysedAnswer answer = analyser.analyse(text);

        assertThat(answer.tokens()).isEmpty();
        assertThat(answer.sentences()).isEmpty();
    }

    @Test
    void sentencesAreKnownByTheirFirstToken() {
        AnalysedAnswer answer = analyser.analyse("Merci ! C'était bien.\nÀ refaire");

        assertThat(answer.sentences())
                .extracting(index -> answer.tokens().get(index).form())
                .containsExactly("Merci", "C'", "À");
    }

    @Test
    void halfCharactersAreReadOver() {
        assertThat(analyser.analyse("Du soutien \ud83d et de\udc00 l’aide 😀\ud83d")
                        .tokens())
                .extracting(Token::form)
                .contains("soutien", "de", "aide", "😀");
    }
}

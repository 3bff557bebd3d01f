package org.verbacode.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.verbacode.language.ConlluSentence.ConlluWord;

class LemmaEvaluationTest {
    private static final List<ConlluSentence> TREEBANK = List.of(new ConlluSentence(
            "Il parle du mentor.",
            List.of(
                    new ConlluWord("Il", "lui", "PRON", "Il", 0),
                    new ConlluWord("parle", "parler", "VERB", "parle", 0),
                    new ConlluWord("de", "de", "ADP", "du", 0),
                    new ConlluWord("le", "le", "DET", "du", 1),
                    new ConlluWord("mentor", "WRONG", "NOUN", "mentor", 0),
                    new ConlluWord(".", ".", "PUNCT", ".", 0))));

    @Test
    void rightLemmasAreCountedOnTheTreebanksWords() {
        LemmaScore score = evaluation(Optional.empty()).onWords(TREEBANK);

        assertThat(score.tokens()).isEqualTo(6);
        assertThat(score.lemmas()).isEqualTo(5);
        assertThat(score.lemmaAccuracy()).isEqualTo(5 / 6.0);
        assertThat(score.contentLemmaAccuracy()).isEqualTo(1 / 2.0);
    }

    @Test
    void wordsOfTheTextAreAlignedByTheirPlace() {
        LemmaScore score = evaluation(Optional.empty()).onText(TREEBANK);

        assertThat(score.found()).isEqualTo(6);
        assertThat(score.lemmas()).isEqualTo(5);
    }

    @Test
    void theSameSeedMakesTheSameMistakes() {
        assertThat(evaluation(Optional.of(SpellingNoise.TYPOS)).onText(TREEBANK))
                .isEqualTo(evaluation(Optional.of(SpellingNoise.TYPOS)).onText(TREEBANK));
    }

    private static LemmaEvaluation evaluation(Optional<SpellingNoise> noise) {
        return new LemmaEvaluation(new FrenchAnalyser(), noise, 7);
    }
}

package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;

class NoveltyTest {
    /** All words are nouns, except "de". */
    private static AnalysedAnswer answer(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        for (String word : List.of(text.split(" ", -1))) {
            tokens.add(new Token(start, start + word.length(), word, word.equals("de") ? "ADP" : "NOUN", word));
            start += word.length() + 1;
        }
        return new AnalysedAnswer(text, tokens);
    }

    private static List<AnalysedAnswer> answers(String... texts) {
        return Arrays.stream(texts).map(NoveltyTest::answer).toList();
    }

    @Test
    void wordsThatNobodyUsedBeforeAreCountedAsOftenAsTheyStand() {
        NewWords words = NewWords.of(
                answers("soutien", "écoute de stage"), answers("ecoute de zoom", "zoom", "soutien de masque"), 1);

        // ecoute zoom, zoom, soutien masque: five content words, zoom twice and masque once unknown; accents are
        // ignored. Before: soutien, écoute, stage, each in one answer only.
        assertThat(words).isEqualTo(new NewWords(5, 3, 3, 3, List.of(new NewWords.Word("zoom", "zoom", 2))));
    }

    @Test
    void newWordsAreNamedAsMostRespondentsWriteThem() {
        NewWords words = NewWords.of(answers("soutien"), answers("etape étape", "Étape", "soutien"), 1);

        assertThat(words.frequent()).containsExactly(new NewWords.Word("etape", "étape", 3));
    }

    @Test
    void anAnswerThatSaysTheSameAsAnEarlierOneIsNeverUnlikeAll() {
        List<AnalysedAnswer> before = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            before.add(answer(i % 2 == 0 ? "soutien moral" : "conseils stage"));
        }

        NovelAnswers unlike = NovelAnswers.of(before, answers("conseils stage", "zoom masque", "de", "soutien zoom"));

        // Every earlier answer has a twin: the limit is the similarity of twins, 1, and only an answer without a twin
        // is novel.
        assertThat(unlike).isEqualTo(new NovelAnswers(3, List.of(1, 3), 1, 20, 0));
    }

    @Test
    void theMostSolitaryOfTheEarlierAnswersSetTheLimit() {
        List<AnalysedAnswer> before = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            before.add(answer("soutien moral"));
        }
        before.add(answer("piscine"));
        before.add(answer("vélo"));

        NovelAnswers unlike = NovelAnswers.of(before, answers("soutien moral", "zoom masque", "de", "soutien zoom"));

        // Two of 22 have nothing in common with any other: the 5 % point, rank 1.05, is their similarity 0.
        assertThat(unlike).isEqualTo(new NovelAnswers(3, List.of(1), 0, 22, 2));
    }

    @Test
    void whereNothingChangedAboutOneAnswerInTwentyIsUnlikeTheOthers() {
        SplittableRandom random = new SplittableRandom(7);
        List<AnalysedAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            // Word frequencies are as uneven as in language: squaring makes low numbers common.
            answers.add(answer(random.doubles(5)
                    .mapToObj(uniform -> "mot" + (int) (500 * uniform * uniform))
                    .collect(Collectors.joining(" "))));
        }

        NovelAnswers unlike = NovelAnswers.of(answers.subList(0, 1_000), answers.subList(1_000, 2_000));

        // The standard deviation of 5 % of a thousand answers is .7 points.
        assertThat(unlike.unlikeBefore()).isBetween(50, 52);
        assertThat(unlike.places().size()).isBetween(29, 71);
    }

    @Test
    void withoutEarlierAnswersEveryAnswerIsUnlikeAny() {
        assertThat(NovelAnswers.of(List.of(), answers("soutien", "zoom")).places())
                .containsExactly(0, 1);
    }
}

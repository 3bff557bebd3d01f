package org.verbacode.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbacode.study.AnswerId;

class ConcordanceTest {
    private static final AnswerId ID = new AnswerId("0".repeat(32));

    private static List<Concordance.Line> lines(String text, String word, int width) {
        int start = text.indexOf(word);
        return Concordance.of(
                new Hit(ID, 1, List.of(new Hit.Span(start, start + word.length())), MatchForm.WRITTEN), text, width);
    }

    @Test
    void aWordStandsBetweenWhatComesBeforeAndAfter() {
        assertThat(lines("Elle m’a apporté un soutien moral et des conseils utiles", "soutien", 14))
                .containsExactly(new Concordance.Line(ID, "…apporté un ", "soutien", " moral et des…"));
    }

    @Test
    void aShortAnswerIsShownWholeOnOneLine() {
        assertThat(lines("Du soutien\n\tet de l’aide", "soutien", 40))
                .containsExactly(new Concordance.Line(ID, "Du ", "soutien", " et de l’aide"));
    }

    @Test
    void neitherEmojiNorLongWordsBreakALine() {
        String text = "😀".repeat(30) + "soutien" + "😀".repeat(30);
        Concordance.Line line = lines(text, "soutien", 7).get(0);

        assertThat(line.left()).isEqualTo("…" + "😀".repeat(4));
        assertThat(line.right()).isEqualTo("😀".repeat(4) + "…");
    }

    @Test
    void spansThatOverlapAreOne() {
        Hit hit = Hit.of(
                ID,
                1,
                List.of(
                        new Hit.FoundSpan(new Hit.Span(4, 9), MatchForm.LEMMA),
                        new Hit.FoundSpan(new Hit.Span(0, 5), MatchForm.WRITTEN),
                        new Hit.FoundSpan(new Hit.Span(10, 12), MatchForm.WITHOUT_ACCENTS)));

        assertThat(hit.spans()).containsExactly(new Hit.Span(0, 9), new Hit.Span(10, 12));
    }
}

package org.verbacode.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.search.AnswerQuery.Clause;
import org.verbacode.search.AnswerQuery.Sought;

class AnswerQueryTest {
    /** The query as a line: + or -, then the alternatives with the second letter of their kind: wOrd, pHrase, pRefix. */
    private static String read(String typed) {
        StringBuilder line = new StringBuilder();
        for (Clause clause : AnswerQuery.parse(typed).clauses()) {
            line.append(line.isEmpty() ? "" : " ").append(clause.excluded() ? "-" : "+");
            String between = "";
            for (Sought sought : clause.alternatives()) {
                line.append(between)
                        .append(sought.kind().name().charAt(1))
                        .append('(')
                        .append(sought.text())
                        .append(')');
                between = "|";
            }
        }
        return line.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "soutien moral # +O(soutien) +O(moral)",
                "\"pas assez\" de # +H(pas assez) +O(de)",
                "«  pas assez » # +H(pas assez)",
                "aide OU soutien OR appui conseil # +O(aide)|O(soutien)|O(appui) +O(conseil)",
                "aide -stage # +O(aide) -O(stage)",
                "-\"pas assez\" # -H(pas assez)",
                "encourag* # +R(encourag)",
                "bien-être c'est-à-dire # +O(bien-être) +O(c'est-à-dire)",
                "(aide) [stage]! # +O(aide) +O(stage)",
            })
    void eachSignHasItsMeaning(String typed, String meaning) {
        assertThat(read(typed)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "OU soutien # +O(OU) +O(soutien)",
                "soutien OU # +O(soutien) +O(OU)",
                "\"pas assez # +O(pas) +O(assez)",
                "*tien # +O(tien)",
                "aide OU -stage # +O(aide) +O(OU) -O(stage)",
                "champ:valeur~2^3 && a\\b # +O(champ:valeur~2^3) +O(a\\b)",
            })
    void whatHasNoMeaningIsReadAsWords(String typed, String meaning) {
        assertThat(read(typed)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "((((", "\"\"", "* ? -*", "« »", "\u0000"})
    void withoutLettersNothingIsLookedFor(String typed) {
        assertThat(AnswerQuery.parse(typed).isEmpty()).isTrue();
    }

    @Test
    void anyTextAtAllCanBeRead() {
        Random random = new Random(20261124);
        String signs = "\"«»“”-*()[]{}\\/^~:+&|!? aéOUR\u0000\ud83d\ude00’'";
        for (int round = 0; round < 2000; round++) {
            StringBuilder typed = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThatCode(() -> AnswerQuery.parse(typed.toString()))
                    .as(typed.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aVeryLongQueryIsCutShort() {
        assertThat(AnswerQuery.parse("soutien ".repeat(5_000)).clauses()).hasSize(40);
        assertThat(AnswerQuery.parse("(".repeat(10_000)).isEmpty()).isTrue();
    }
}

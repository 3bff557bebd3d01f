package org.verbacode.learning.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;

class ClausesTest {
    private static final FrenchAnalyser ANALYSER = new FrenchAnalyser();

    /** The clauses as they were written. */
    private static List<String> clauses(String text) {
        AnalysedAnswer answer = ANALYSER.analyse(text);
        return Clauses.of(answer).stream()
                .map(clause -> answer.tokens().subList(clause.from(), clause.to()))
                .map(tokens -> text.substring(
                        tokens.get(0).start(), tokens.get(tokens.size() - 1).end()))
                .toList();
    }

    @Test
    void anAnswerGoesOnAfterAMarkASentenceAndAConjunction() {
        assertThat(clauses("Elle m’a rassurée, et j’ai eu de bons conseils. On parlait des cours mais aussi du stress"))
                .containsExactly(
                        "Elle m’a rassurée,",
                        "et j’ai eu de bons conseils.",
                        "On parlait des cours",
                        "mais aussi du stress");
    }

    @Test
    void anAnswerOfOneClauseHasNone() {
        assertThat(clauses("Un vrai soutien toute l’année.")).isEmpty();
        assertThat(clauses("")).isEmpty();
        assertThat(clauses("…")).isEmpty();
    }

    @Test
    void aClauseThatSaysNothingGoesWithItsNeighbour() {
        assertThat(clauses("De l’aide, et elle, de la motivation"))
                .containsExactly("De l’aide, et elle,", "de la motivation");
        assertThat(clauses("- Écoute\n- Conseils")).containsExactly("- Écoute\n-", "Conseils");
    }

    @Test
    void noTokenIsLostBetweenClauses() {
        AnalysedAnswer answer = ANALYSER.analyse("Du soutien, (parfois) des conseils ; puis du courage et de l’aide !");
        int next = 0;
        for (Clauses.Clause clause : Clauses.of(answer)) {
            assertThat(clause.from()).isEqualTo(next);
            next = clause.to();
        }
        assertThat(next).isEqualTo(answer.tokens().size());
    }
}

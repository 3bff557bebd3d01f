package org.verbacode.learning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;

/**
 * Cuts an answer where it goes on to something else: "elle m'a rassurée, et j'ai eu de bons conseils" bears two codes, and
 * each is plainer in its own clause than in the whole. A clause begins after a mark, with a sentence, and with "et", "mais",
 * "ou", "puis" and "car".
 */
final class Clauses {
    private static final Set<String> MARKS = Set.of("PUNCT", "SYM");
    private static final Set<String> OPENERS = Set.of("et", "mais", "ou", "puis", "car");

    private Clauses() {}

    /**
     * A part of an answer.
     *
     * @param firstToken the place of its first token among those of the answer
     */
    record Clause(int firstToken, AnalysedAnswer text) {}

    /** The clauses in their order; none if the answer is all one. A clause without content words goes with a neighbour. */
    static List<Clause> of(AnalysedAnswer answer) {
        List<Token> tokens = answer.tokens();
        Set<Integer> sentences = new HashSet<>(answer.sentences());
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || begins(tokens, i, sentences)) {
                Clause clause = clause(answer, from, i);
                boolean speaks = Lexemes.of(clause.text()).stream().anyMatch(Lexemes.Lexeme::content);
                if (speaks) {
                    clauses.add(clause);
                    from = i;
                } else if (!clauses.isEmpty()) {
                    int last = clauses.size() - 1;
                    clauses.set(last, clause(answer, clauses.get(last).firstToken(), i));
                    from = i;
                }
            }
        }
        return clauses.size() < 2 ? List.of() : List.copyOf(clauses);
    }

    private static boolean begins(List<Token> tokens, int i, Set<Integer> sentences) {
        Token token = tokens.get(i);
        boolean mark = MARKS.contains(token.upos());
        return sentences.contains(i)
                || (!mark && MARKS.contains(tokens.get(i - 1).upos()))
                || (token.upos().equals("CCONJ") && OPENERS.contains(token.lemma()));
    }

    private static Clause clause(AnalysedAnswer answer, int from, int to) {
        return new Clause(
                from, new AnalysedAnswer(answer.text(), answer.tokens().subList(from, to)));
    }

    /** What a ridge says of a text: half what it says of the whole, and half what it says most of any clause. */
    static double score(Features text, ToDoubleFunction<Features> ridge) {
        double whole = ridge.applyAsDouble(text);
        return text.clauses.isEmpty()
                ? whole
                : joint(whole, text.clauses.stream().mapToDouble(ridge).max().orElse(whole));
    }

    static double joint(double whole, double best) {
        return (whole + best) / 2;
    }
}

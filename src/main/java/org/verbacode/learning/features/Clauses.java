package org.verbacode.learning.features;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.features.Lexemes.Lexeme;

/**
 * Splits an answer into clauses: "elle m'a rassurée, et j'ai eu de bons conseils" bears two codes, each plainer in
 * its own clause. A clause begins after a punctuation mark, with a sentence, and with "et", "mais", "ou", "puis" and
 * "car".
 */
public final class Clauses {
    private static final Set<String> MARKS = Set.of("PUNCT", "SYM");
    private static final Set<String> OPENERS = Set.of("et", "mais", "ou", "puis", "car");

    private Clauses() {}

    /**
     * A span of tokens.
     *
     * @param from index of the first token
     * @param to index after the last
     */
    public record Clause(int from, int to) {}

    /**
     * The clauses in their order; empty if there is only one. A clause without content words is joined to a
     * neighbour.
     */
    public static List<Clause> of(AnalysedAnswer answer) {
        return of(answer, Lexemes.of(answer));
    }

    /** @param lexemes of the answer */
    public static List<Clause> of(AnalysedAnswer answer, List<Lexeme> lexemes) {
        List<Token> tokens = answer.tokens();
        Set<Integer> sentences = new HashSet<>(answer.sentences());
        BitSet content = new BitSet();
        lexemes.stream().filter(Lexeme::content).forEach(lexeme -> content.set(lexeme.token()));
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || begins(tokens, i, sentences)) {
                int word = content.nextSetBit(from);
                if (word >= 0 && word < i) {
                    clauses.add(new Clause(from, i));
                    from = i;
                } else if (!clauses.isEmpty()) {
                    int last = clauses.size() - 1;
                    clauses.set(last, new Clause(clauses.get(last).from(), i));
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

    /** The score of a text by a ridge: the whole and the best clause. */
    public static double score(Features text, ToDoubleFunction<Features> ridge, Regularisation regularisation) {
        double whole = ridge.applyAsDouble(text);
        return text.clauses.isEmpty()
                ? whole
                : regularisation.joint(
                        whole, text.clauses.stream().mapToDouble(ridge).max().orElse(whole));
    }
}

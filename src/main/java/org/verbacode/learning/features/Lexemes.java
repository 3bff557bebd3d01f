package org.verbacode.learning.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Folding;
import org.verbacode.language.Polarity;
import org.verbacode.language.Token;

/** The words of an answer for feature extraction: no punctuation, lemmas without accents, content words marked. */
public final class Lexemes {
    private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "VERB", "ADJ", "ADV", "INTJ", "NUM", "X");
    private static final Set<String> NOT_WORDS = Set.of("PUNCT", "SYM");
    /** Characters of a word of which n-grams are taken. */
    private static final int MAX_WORD_LENGTH = 40;

    /**
     * One word.
     *
     * @param token index among the answer's tokens
     */
    public record Lexeme(int token, String lemma, String form, boolean content, Polarity polarity) {}

    private Lexemes() {}

    public static List<Lexeme> of(AnalysedAnswer answer) {
        List<Token> tokens = answer.tokens();
        List<Lexeme> lexemes = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (NOT_WORDS.contains(token.upos())) {
                continue;
            }
            String lemma = Folding.fold(token.lemma());
            if (!lemma.isEmpty()) {
                lexemes.add(new Lexeme(
                        i,
                        cut(lemma),
                        cut(token.form().toLowerCase(Locale.FRENCH)),
                        CONTENT.contains(token.upos()),
                        token.polarity()));
            }
        }
        return lexemes;
    }

    public static String cut(String word) {
        return word.length() <= MAX_WORD_LENGTH
                ? word
                : word.substring(0, splits(word, MAX_WORD_LENGTH) ? MAX_WORD_LENGTH - 1 : MAX_WORD_LENGTH);
    }

    /** Whether an index would split a surrogate pair. */
    private static boolean splits(String word, int place) {
        return place > 0
                && place < word.length()
                && Character.isSurrogatePair(word.charAt(place - 1), word.charAt(place));
    }

    /**
     * Lemmas, lemmas marked as negated or intensified, and pairs of adjacent lemmas. The words of a feature are
     * separated by spaces.
     */
    public static void pairs(List<Lexeme> lexemes, Sink sink) {
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            sink.feature(lexeme.lemma(), lexeme.token(), lexeme.token());
            if (lexeme.content() && lexeme.polarity() != Polarity.PLAIN) {
                sink.feature(sign(lexeme.polarity()) + ' ' + lexeme.lemma(), lexeme.token(), lexeme.token());
            }
            if (i + 1 < lexemes.size()) {
                Lexeme next = lexemes.get(i + 1);
                sink.feature(lexeme.lemma() + ' ' + next.lemma(), lexeme.token(), next.token());
            }
        }
    }

    /** A prefix that no lemma has, since marks are not words. */
    private static String sign(Polarity polarity) {
        return switch (polarity) {
            case PLAIN -> "=";
            case NEGATED -> "¬";
            case LACKING -> "−";
            case INTENSIFIED -> "+";
        };
    }

    /** Character n-grams, 2 to 5, of a word padded with spaces. */
    public static List<String> characters(String form) {
        String padded = ' ' + form + ' ';
        List<String> sequences = new ArrayList<>(padded.length() * 4);
        for (int length = 2; length <= 5; length++) {
            for (int from = 0; from + length <= padded.length(); from++) {
                if (!splits(padded, from) && !splits(padded, from + length)) {
                    sequences.add(padded.substring(from, from + length));
                }
            }
        }
        return sequences;
    }

    /** Receives features. */
    public interface Sink {
        /** @param first index of the first token of the feature; {@code last} that of the last */
        void feature(String feature, int first, int last);
    }
}

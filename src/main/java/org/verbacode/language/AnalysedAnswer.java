package org.verbacode.language;

import java.util.List;

/**
 * A text with its linguistic analysis.
 *
 * @param text as the respondent wrote it
 * @param tokens its words, by start
 * @param sentences index of the first token of each sentence, ascending; empty without tokens
 * @param repairs spelling corrections, by start
 * @param language the identified language
 */
public record AnalysedAnswer(
        String text, List<Token> tokens, List<Integer> sentences, List<Repair> repairs, AnswerLanguage language) {
    public AnalysedAnswer {
        tokens = List.copyOf(tokens);
        sentences = List.copyOf(sentences);
        repairs = List.copyOf(repairs);
        for (Token token : tokens) {
            if (token.end() > text.length()) {
                throw new IllegalArgumentException("a token ends after the text does: " + token.end());
            }
        }
        for (int sentence : sentences) {
            if (sentence < 0 || sentence >= tokens.size()) {
                throw new IllegalArgumentException("a sentence begins where no token does: " + sentence);
            }
        }
        for (Repair repair : repairs) {
            if (repair.end() > text.length()) {
                throw new IllegalArgumentException("a repair ends after the text does: " + repair.end());
            }
        }
    }

    /** A French text of one sentence without corrections. */
    public AnalysedAnswer(String text, List<Token> tokens) {
        this(text, tokens, tokens.isEmpty() ? List.of() : List.of(0), List.of(), AnswerLanguage.FRENCH);
    }
}

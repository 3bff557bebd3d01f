package org.verbacode.language;

import java.util.List;

/**
 * A text and its words in order.
 *
 * @param text as the respondent wrote it, untouched
 * @param tokens its words, by start
 * @param sentences where each sentence begins: indexes into the tokens, ascending, the first 0; empty without tokens
 * @param repairs spellings that were read as others, by start
 * @param tongue the language it seems to be written in
 */
public record AnalysedAnswer(
        String text, List<Token> tokens, List<Integer> sentences, List<Repair> repairs, AnswerLanguage tongue) {
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

    /** French, one sentence, nothing repaired. */
    public AnalysedAnswer(String text, List<Token> tokens) {
        this(text, tokens, tokens.isEmpty() ? List.of() : List.of(0), List.of(), AnswerLanguage.FRENCH);
    }
}

package org.verbacode.language;

import java.util.List;

/**
 * A text and its words in order.
 *
 * @param text as the respondent wrote it, untouched
 */
public record AnalysedAnswer(String text, List<Token> tokens) {
    public AnalysedAnswer {
        tokens = List.copyOf(tokens);
        for (Token token : tokens) {
            if (token.end() > text.length()) {
                throw new IllegalArgumentException("a token ends after the text does: " + token.end());
            }
        }
    }
}

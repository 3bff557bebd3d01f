package org.verbacode.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;

/** The words of an answer as the index takes them: punctuation left out, every word at its place in the text. */
final class AnswerTokens extends TokenStream {
    private static final int MAX_TERM_LENGTH = 100;
    private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "VERB", "ADJ", "ADV");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Entry> entries = new ArrayList<>();
    private int next;

    private record Entry(String term, int start, int end, int increment) {}

    /** @param terms what to look a word up by; those after the first stand at the same place */
    AnswerTokens(AnalysedAnswer answer, Function<Token, List<String>> terms) {
        for (Token token : answer.tokens()) {
            if (isWord(token)) {
                int step = 1;
                for (String found : terms.apply(token)) {
                    entries.add(new Entry(cut(found), token.start(), token.end(), step));
                    step = 0;
                }
            }
        }
    }

    static boolean isWord(Token token) {
        return token.form().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether a word says something by itself, as nouns and verbs do and "de" or "être" do not. */
    static boolean isContent(Token token) {
        return isWord(token) && CONTENT.contains(token.upos());
    }

    /** A term the index can hold: nobody looks for words of a thousand letters. */
    static String cut(String term) {
        return term.length() > MAX_TERM_LENGTH ? term.substring(0, MAX_TERM_LENGTH) : term;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next >= entries.size()) {
            return false;
        }
        clearAttributes();
        Entry entry = entries.get(next++);
        term.append(entry.term());
        offset.setOffset(entry.start(), entry.end());
        increment.setPositionIncrement(entry.increment());
        return true;
    }
}

package org.verbacode.search.lucene;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;

/** A Lucene tokenizer whose tokens are the words of the French analysis; a function chooses their form or lemma. */
final class ReadingTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Function<String, AnalysedAnswer> analysis;
    private final Function<Token, @Nullable String> termOf;
    private final Queue<Token> tokens = new ArrayDeque<>();
    private int length;

    /** @param termOf the term of a token; null for a token that is left out */
    ReadingTokenizer(Function<String, AnalysedAnswer> analysis, Function<Token, @Nullable String> termOf) {
        this.analysis = analysis;
        this.termOf = termOf;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        tokens.clear();
        StringWriter text = new StringWriter();
        input.transferTo(text);
        length = text.getBuffer().length();
        tokens.addAll(analysis.apply(text.toString()).tokens());
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (!tokens.isEmpty()) {
            Token token = tokens.remove();
            String found = termOf.apply(token);
            if (found != null) {
                term.append(found);
                offset.setOffset(token.start(), token.end());
                return true;
            }
        }
        return false;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(length, length);
    }
}

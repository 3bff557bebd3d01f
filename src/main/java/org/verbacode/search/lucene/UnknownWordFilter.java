package org.verbacode.search.lucene;

import java.util.function.Predicate;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keeps the words that no dictionary has, for which there is no lemma to rely on. */
final class UnknownWordFilter extends FilteringTokenFilter {
    /** Stems of shorter words are too ambiguous. Characters. */
    private static final int MIN_LENGTH = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Predicate<String> dictionary;

    UnknownWordFilter(TokenStream input, Predicate<String> dictionary) {
        super(input);
        this.dictionary = dictionary;
    }

    @Override
    protected boolean accept() {
        return term.length() >= MIN_LENGTH
                && term.chars().allMatch(Character::isLetter)
                && !dictionary.test(term.toString());
    }
}

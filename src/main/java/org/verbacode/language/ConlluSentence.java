package org.verbacode.language;

import java.util.List;

/**
 * A sentence of a treebank.
 *
 * @param text the sentence as written, from its {@code # text} line; empty if there is none
 * @param words its syntactic words in order
 */
public record ConlluSentence(String text, List<ConlluWord> words) {
    public ConlluSentence {
        words = List.copyOf(words);
    }

    /**
     * A syntactic word of a treebank.
     *
     * @param form as written, or the part of a contraction
     * @param surface the contraction it is part of, or the form itself
     * @param part 0 for a word of its own or the first part of a contraction, then 1, 2…
     */
    public record ConlluWord(String form, String lemma, String upos, String surface, int part) {}
}

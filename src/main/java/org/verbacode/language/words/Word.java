package org.verbacode.language.words;

/**
 * A word between tokeniser and tagger.
 *
 * @param start offset in the tokenised text (UTF-16 code units, inclusive)
 * @param end offset after it; the parts of a contraction share one span
 */
public record Word(int start, int end, String form) {}

package org.verbacode.language;

/**
 * A syntactic word of an answer.
 *
 * @param start offset of its first character in the text as written (UTF-16 code units, inclusive)
 * @param end offset after its last character; the parts of a contraction ("du" = de + le) share one span
 * @param form the word as tagged: as written, or corrected, or the part of a contraction
 * @param upos its Universal Dependencies part of speech, such as NOUN
 * @param lemma its lemma, lower-case unless it is a proper noun
 * @param polarity its polarity in the context
 */
public record Token(int start, int end, String form, String upos, String lemma, Polarity polarity) {
    public Token {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + "–" + end);
        }
    }

    public Token(int start, int end, String form, String upos, String lemma) {
        this(start, end, form, upos, lemma, Polarity.PLAIN);
    }
}

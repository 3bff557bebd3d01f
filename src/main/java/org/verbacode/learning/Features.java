package org.verbacode.learning;

/** A text as the kernels see it; every row has length 1 or is empty. */
final class Features {
    /** Lemmas and pairs of lemmas (block A). */
    final SparseRow lemmas;

    /** Content lemmas (block B). */
    final SparseRow content;

    /** Sequences of 2 to 5 characters (block C). */
    final SparseRow characters;

    /** Length of the content row under the soft cosine (block D): √(x S x); 0 without content words. */
    final double softLength;

    /** Mean word vector (block E). */
    final double[] meaning;

    Features(SparseRow lemmas, SparseRow content, SparseRow characters, double softLength, double[] meaning) {
        this.lemmas = lemmas;
        this.content = content;
        this.characters = characters;
        this.softLength = softLength;
        this.meaning = meaning;
    }
}

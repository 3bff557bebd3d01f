package org.verbacode.learning;

import java.util.List;

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

    /** Mean word vector, then place among the survey's topics (block E). */
    final double[] meaning;

    /** Its parts, if it is an answer of more than one clause; they have none themselves. */
    final List<Features> clauses;

    Features(
            SparseRow lemmas,
            SparseRow content,
            SparseRow characters,
            double softLength,
            double[] meaning,
            List<Features> clauses) {
        this.lemmas = lemmas;
        this.content = content;
        this.characters = characters;
        this.softLength = softLength;
        this.meaning = meaning;
        this.clauses = List.copyOf(clauses);
    }
}

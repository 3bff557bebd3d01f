package org.verbacode.learning.features;

import java.util.List;

/** A text as the kernels see it; every row has length 1 or is empty. */
public final class Features {
    /** Lemmas and pairs of lemmas (block A). */
    public final SparseRow lemmas;

    /** Content lemmas (block B). */
    public final SparseRow content;

    /** Sequences of 2 to 5 characters (block C). */
    public final SparseRow characters;

    /** Length of the content row under the soft cosine (block D): √(x S x); 0 without content words. */
    public final double softLength;

    /** Mean word vector, then place among the survey's topics (block E). */
    public final double[] meaning;

    /** Its parts, if it is an answer of more than one clause; they have none themselves. */
    public final List<Features> clauses;

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

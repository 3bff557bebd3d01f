package org.verbacode.learning.features;

import java.util.List;

/** The features of a text in all blocks; every row has length 1 or is empty. */
public final class Features {
    /** Block A: lemmas and pairs of lemmas. */
    public final SparseRow lemmas;

    /** Block B: content lemmas. */
    public final SparseRow content;

    /** Block C: character n-grams, 2 to 5. */
    public final SparseRow characters;

    /** Block D: length of the content row under the soft cosine, √(x S x); 0 without content words. */
    public final double softLength;

    /** Block E: mean word vector, then topic vector. */
    public final double[] meaning;

    /** The clauses of an answer that has several; clauses have none. */
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

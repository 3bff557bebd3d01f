package org.verbacode.learning;

/** An answer and a code that somebody considered for it, with the scores the pooled logistic weighs. */
final class ScoredPair {
    final int code;
    final boolean applies;
    /** The ridges' as if the answer had been left out, then the codebook's. */
    final double[] scores;

    ScoredPair(int code, boolean applies, double[] scores) {
        this.code = code;
        this.applies = applies;
        this.scores = scores.clone();
    }
}

package org.verbacode.learning.decision;

/** An answer and a code that somebody considered for it, with the scores the pooled logistic weighs. */
public final class ScoredPair {
    final int code;
    final boolean applies;
    /** How many other answers bear the code. */
    final int examples;
    /** The ridges' as if the answer had been left out, then the codebook's. */
    final double[] scores;
    /** How much the answer counts, a whole one 1. */
    final double weight;

    public ScoredPair(int code, boolean applies, int examples, double[] scores, double weight) {
        this.code = code;
        this.applies = applies;
        this.examples = examples;
        this.scores = scores.clone();
        this.weight = weight;
    }
}

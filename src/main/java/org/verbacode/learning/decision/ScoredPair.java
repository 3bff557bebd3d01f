package org.verbacode.learning.decision;

/** A pair of an answer and a code with the scores that the pooled logistic weighs. */
public final class ScoredPair {
    final int code;
    final boolean applies;
    /** Number of other answers that bear the code. */
    final int examples;
    /** Leave-one-out ridge scores, then codebook scores. */
    final double[] scores;
    /** Weight of the answer; 1 is a full one. */
    final double weight;

    public ScoredPair(int code, boolean applies, int examples, double[] scores, double weight) {
        this.code = code;
        this.applies = applies;
        this.examples = examples;
        this.scores = scores.clone();
        this.weight = weight;
    }
}

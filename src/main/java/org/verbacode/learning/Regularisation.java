package org.verbacode.learning;

import org.verbacode.learning.features.TrainingRow;
import org.verbacode.learning.ridge.DualRidge;

/**
 * Levels of regularisation of the ridges. Where people code plain answers consistently, each answer can be fitted
 * closely; elsewhere a stronger penalty helps, and whole answers count more than their clauses.
 */
public enum Regularisation {
    LEAST(0.35, 0.5),
    USUAL(DualRidge.PENALTY, 0.5),
    MUCH(1.4, 0.4),
    MOST(2.8, 0.3);

    private final double penalty;
    private final double clauseShare;

    Regularisation(double penalty, double clauseShare) {
        this.penalty = penalty;
        this.clauseShare = clauseShare;
    }

    /** λ: the ridge penalty. */
    public double penalty() {
        return penalty;
    }

    /** Weight of the best clause in the score of an answer; the whole answer has the rest. */
    public double clauseShare() {
        return clauseShare;
    }

    /** λ of a text: a text of weight ½ has twice the penalty. */
    public double noise(TrainingRow row) {
        return penalty / row.weight;
    }

    /** The score of an answer from those of the whole and of its best clause. */
    public double joint(double whole, double best) {
        return (1 - clauseShare) * whole + clauseShare * best;
    }
}

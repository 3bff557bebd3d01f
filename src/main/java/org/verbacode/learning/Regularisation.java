package org.verbacode.learning;

import org.verbacode.learning.features.TrainingRow;
import org.verbacode.learning.ridge.DualRidge;

/**
 * How much of what coded answers say the ridges take for chance. Where people code plain answers alike, each can be taken
 * at its word; elsewhere a model learns more by what many of them say, and by whole answers rather than their clauses.
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

    /** λ. */
    public double penalty() {
        return penalty;
    }

    /** How much of what a ridge says of an answer it says of the clause that it says most of. */
    public double clauseShare() {
        return clauseShare;
    }

    /** λ of a text: half a text has twice the noise. */
    public double noise(TrainingRow row) {
        return penalty / row.weight;
    }

    /** What a ridge says of an answer, by what it says of the whole and what it says most of any clause. */
    public double joint(double whole, double best) {
        return (1 - clauseShare) * whole + clauseShare * best;
    }
}

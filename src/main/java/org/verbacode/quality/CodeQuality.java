package org.verbacode.quality;

import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;

/**
 * Quality of a model for one code on its training answers, leave-one-out.
 *
 * @param considered number of answers for which the code was considered
 * @param applies number of these to which it applies
 * @param precision share of the answers given the code to which it applies; 0 if none is given it
 * @param recall share of the answers to which it applies that are given it; 0 if it applies to none
 * @param averagePrecision of the ranking by probability, 0 to 1; null where unknown: it is not stored with the
 *     weights, and not computed after every decision
 */
public record CodeQuality(
        CodeId code,
        int considered,
        int applies,
        double precision,
        double recall,
        @Nullable Double averagePrecision) {

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}

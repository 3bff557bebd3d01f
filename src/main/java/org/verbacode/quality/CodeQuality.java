package org.verbacode.quality;

import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;

/**
 * How good a model is for one code on its own training answers, each left out in turn.
 *
 * @param considered answers for which somebody considered the code
 * @param applies answers of these to which it applies
 * @param precision of the answers the model gives it, the share to which it applies; 0 if it gives it to none
 * @param recall of the answers to which it applies, the share the model gives it; 0 if it applies to none
 * @param averagePrecision how well it puts the answers that bear the code first, from 0 to 1; null where that is not
 *     known: it is not kept with the weights, and not computed after every decision
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

package org.verbacode.coding;

import org.verbacode.study.AnswerId;

/**
 * A model version's prediction of one code for one answer.
 *
 * @param probability that the code applies, 0 to 1
 * @param proposed whether it is suggested: its logit is above the decision threshold
 */
public record Suggestion(AnswerId answer, CodeId code, double probability, boolean proposed) {
    public Suggestion {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is between 0 and 1: " + probability);
        }
    }
}

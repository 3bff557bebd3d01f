package org.verbacode.coding;

import org.verbacode.study.AnswerId;

/**
 * What a model version says of one code of one answer.
 *
 * @param probability that a coder would give the code, 0 to 1
 * @param proposed whether the model would give it: its score passes the model's threshold
 */
public record Suggestion(AnswerId answer, CodeId code, double probability, boolean proposed) {
    public Suggestion {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is between 0 and 1: " + probability);
        }
    }
}

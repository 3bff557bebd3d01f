package org.verbacode.workflow.quality;

import java.util.List;

/**
 * Additional results of an evaluation.
 *
 * @param learners classifiers of Weka to compare with, with their options
 * @param curve whether to compute a learning curve
 */
public record EvaluationOptions(List<String> learners, boolean curve) {
    public static final EvaluationOptions NOTHING = new EvaluationOptions(List.of(), false);

    public EvaluationOptions {
        learners = List.copyOf(learners);
    }
}

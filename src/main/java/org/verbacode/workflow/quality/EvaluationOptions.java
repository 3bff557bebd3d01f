package org.verbacode.workflow.quality;

import java.util.List;

/**
 * What an evaluation gives beside the quality of Verbacode's own model.
 *
 * @param learners classifiers of Weka to compare with, each with its options as Weka writes them
 * @param curve whether to learn from more and more answers too, to see what further ones would bring
 */
public record EvaluationOptions(List<String> learners, boolean curve) {
    public static final EvaluationOptions NOTHING = new EvaluationOptions(List.of(), false);

    public EvaluationOptions {
        learners = List.copyOf(learners);
    }
}

package org.verbacode.learning;

import java.util.List;
import org.verbacode.learning.decision.DecisionRule;
import org.verbacode.learning.features.CodebookScores;

/** A trainer without the rule that gives the most likely code to an answer without any. */
public record WithoutLikeliestCode(Trainer trainer) implements Learner {
    @Override
    public Learned learn(TrainingSet set) {
        Model model = trainer.train(set);
        Model without = new Model(
                model.lexicon,
                model.codebook,
                model.space,
                model.codeTexts,
                model.weights,
                model.logistic,
                model.examples,
                new DecisionRule(model.decisionRule.thresholds, model.decisionRule.offsets, 1),
                List.of(),
                new CodebookScores(model.space, model.codeTexts));
        return without::suggest;
    }
}

package org.verbacode.workflow.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.Model;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;

/** Predicts codes for many answers in parallel. */
public final class BatchPrediction {
    private BatchPrediction() {}

    /**
     * The suggestions for each answer, in the order of the answers.
     *
     * @param read the analyses of the answers by the model's analyser, in their order
     */
    public static Map<AnswerId, List<Suggestion>> of(
            Model model,
            List<Answer> answers,
            List<AnalysedAnswer> read,
            ParallelMap cores,
            Message task,
            Progress progress) {
        Map<AnswerId, List<Suggestion>> said = new LinkedHashMap<>();
        cores.each(
                IntStream.range(0, answers.size()).boxed().iterator(),
                i -> model.suggest(answers.get(i).id(), read.get(i)),
                suggestions -> {
                    said.put(answers.get(said.size()).id(), suggestions);
                    progress.at(task, said.size(), answers.size());
                });
        return said;
    }
}

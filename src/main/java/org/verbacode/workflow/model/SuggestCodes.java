package org.verbacode.workflow.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.Model;
import org.verbacode.study.Answer;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.analysis.BatchAnalysis;

/** Stores a model's suggestions for the given answers to a question, in place of earlier ones. */
public final class SuggestCodes {
    private static final Message TASK = Message.of("workflow.task.suggesting");

    private final Workspace workspace;

    public SuggestCodes(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The answers and the model.
     *
     * @param wave all waves if empty
     * @param model the one in use if empty
     */
    public record Request(StudyName study, QuestionName question, Optional<WaveName> wave, Optional<ModelName> model) {}

    /**
     * The result.
     *
     * @param answers number of answers predicted
     * @param suggestions number of codes suggested
     * @param fromDefinition names of the codes without a training example, suggested from their definitions alone
     */
    public record Outcome(ModelName model, int answers, int suggestions, List<String> fromDefinition) {
        public Outcome {
            fromDefinition = List.copyOf(fromDefinition);
        }
    }

    /** @throws RefusedException if there is no such study, question, wave or model */
    public Outcome run(Request request, Progress progress) {
        QuestionSnapshot question = QuestionSnapshot.of(workspace, request.study(), request.question());
        request.wave().ifPresent(wave -> question.check(List.of(wave)));
        ModelName name = request.model()
                .or(() -> inUse(request))
                .orElseThrow(() -> new RefusedException(
                        Message.of("workflow.model.none", request.question().value())));
        Model model = new StoredModels(workspace.models()).of(request.study(), request.question(), name);
        List<Answer> answers = question.answers().stream()
                .filter(answer -> request.wave().map(answer.wave()::equals).orElse(true))
                .toList();
        List<Suggestion> suggestions = suggestions(model, answers, question, progress);
        workspace
                .database()
                .suggestions()
                .replace(name, answers.stream().map(Answer::id).toList(), suggestions);
        return new Outcome(
                name,
                answers.size(),
                (int) suggestions.stream().filter(Suggestion::proposed).count(),
                fromDefinition(model, question));
    }

    private static List<String> fromDefinition(Model model, QuestionSnapshot question) {
        return model.qualities().stream()
                .filter(quality -> quality.applies() == 0)
                .flatMap(quality -> question.codebook().byId(quality.code()).stream())
                .map(Code::name)
                .toList();
    }

    private Optional<ModelName> inUse(Request request) {
        return workspace
                .database()
                .studies()
                .currentModel(request.study(), request.question())
                .map(ModelName::new);
    }

    /** Codes retired since the training are not suggested. */
    private List<Suggestion> suggestions(
            Model model, List<Answer> answers, QuestionSnapshot question, Progress progress) {
        Set<CodeId> inForce = question.codebook().codes().stream().map(Code::id).collect(Collectors.toSet());
        FrenchAnalyser analyser = model.analyser();
        try (ParallelMap cores = new ParallelMap()) {
            List<AnalysedAnswer> read = BatchAnalysis.of(
                    workspace, answers.stream().map(Answer::text).toList(), analyser, cores, progress);
            return BatchPrediction.of(model, answers, read, cores, TASK, progress).values().stream()
                    .flatMap(List::stream)
                    .filter(suggestion -> inForce.contains(suggestion.code()))
                    .toList();
        }
    }
}

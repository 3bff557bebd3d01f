package org.verbacode.workflow.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.Model;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.Scores;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.analysis.BatchAnalysis;
import org.verbacode.workflow.model.AnswerSelection;
import org.verbacode.workflow.model.BatchPrediction;
import org.verbacode.workflow.model.ChooseModel;
import org.verbacode.workflow.model.QuestionSnapshot;
import org.verbacode.workflow.model.StoredModels;
import org.verbacode.workflow.quality.QualityReport;

/** Compares the suggestions of two model versions for the stored answers of their question. */
final class CompareSuggestions {
    private static final Message TASK = Message.of("workflow.task.models");

    private final Workspace workspace;
    private final QuestionSnapshot question;
    private final List<ChooseModel.Version> versions;
    /** The current codes that one of them knows. */
    private final List<CodeId> codes;

    private final StoredModels storedModels;

    CompareSuggestions(Workspace workspace, QuestionSnapshot question, ModelComparison cards) {
        this.workspace = workspace;
        this.question = question;
        this.versions = List.of(cards.one(), cards.other());
        this.codes = question.codebook().codes().stream()
                .map(Code::id)
                .filter(code -> !cards.name(code).isEmpty())
                .toList();
        this.storedModels = new StoredModels(workspace.models());
    }

    private static ModelName name(ChooseModel.Version version) {
        return new ModelName(version.card().model());
    }

    SuggestionComparison suggested(Progress progress) {
        Map<ModelName, Map<AnswerId, List<Suggestion>>> said = said(progress);
        Map<AnswerId, List<Suggestion>> before = said.getOrDefault(name(versions.get(0)), Map.of());
        Map<AnswerId, List<Suggestion>> after = said.getOrDefault(name(versions.get(1)), Map.of());
        return new SuggestionComparison(
                workspace.clock().instant().toString(),
                SuggestionChanges.between(codes, proposed(before), proposed(after)),
                judged(before, after));
    }

    /** Both models are loaded before the slow work begins. */
    private Map<ModelName, Map<AnswerId, List<Suggestion>>> said(Progress progress) {
        Map<ModelName, Model> models = new LinkedHashMap<>();
        for (ChooseModel.Version version : versions) {
            models.put(
                    name(version),
                    storedModels.of(
                            question.question().study(), question.question().name(), name(version)));
        }
        Map<ModelName, Map<AnswerId, List<Suggestion>>> said = new HashMap<>();
        Map<String, List<AnalysedAnswer>> readings = new HashMap<>();
        try (ParallelMap cores = new ParallelMap()) {
            models.forEach((name, model) -> {
                FrenchAnalyser analyser = model.analyser();
                List<AnalysedAnswer> read =
                        readings.computeIfAbsent(analyser.version(), unused -> read(name, analyser, cores, progress));
                said.put(name, BatchPrediction.of(model, question.answers(), read, cores, TASK, progress));
            });
        }
        return said;
    }

    /** Only the analyses of the version in use are cached: another version's would replace them. */
    private List<AnalysedAnswer> read(ModelName reader, FrenchAnalyser analyser, ParallelMap cores, Progress progress) {
        List<String> texts = question.answers().stream().map(Answer::text).toList();
        return versions.stream()
                        .anyMatch(version -> version.inUse() && name(version).equals(reader))
                ? BatchAnalysis.of(workspace, texts, analyser, cores, progress)
                : BatchAnalysis.of(texts, analyser, cores, progress);
    }

    private static Map<AnswerId, Set<CodeId>> proposed(Map<AnswerId, List<Suggestion>> said) {
        Map<AnswerId, Set<CodeId>> proposed = new LinkedHashMap<>();
        said.forEach((answer, suggestions) -> proposed.put(
                answer,
                suggestions.stream()
                        .filter(Suggestion::proposed)
                        .map(Suggestion::code)
                        .collect(Collectors.toSet())));
        return proposed;
    }

    /** The quality of both on answers that neither has learned from; null if one does not list its training answers. */
    private SuggestionComparison.@Nullable Judged judged(
            Map<AnswerId, List<Suggestion>> before, Map<AnswerId, List<Suggestion>> after) {
        Optional<Set<AnswerId>> learned = learned();
        if (learned.isEmpty()) {
            return null;
        }
        List<AnswerId> judges = question.answers().stream()
                .map(Answer::id)
                .filter(question.codings()::containsKey)
                .filter(answer -> !learned.get().contains(answer))
                .toList();
        List<JudgedAnswer> one = judged(judges, before);
        List<JudgedAnswer> other = judged(judges, after);
        long random = judges.stream()
                .filter(answer -> question.selection(workspace.database(), answer) == AnswerSelection.AT_RANDOM)
                .count();
        return new SuggestionComparison.Judged(
                (int) random, figures(one), figures(other), Scores.microDifference(codes, one, other));
    }

    /** The answers that one of them has learned from; empty if one does not list them. */
    private Optional<Set<AnswerId>> learned() {
        Set<AnswerId> learned = new HashSet<>();
        for (ChooseModel.Version version : versions) {
            List<LearnedAnswer> answers = storedModels.answers(name(version));
            if (answers.isEmpty()) {
                return Optional.empty();
            }
            answers.stream().filter(LearnedAnswer::isExample).forEach(answer -> learned.add(answer.answer()));
        }
        return Optional.of(learned);
    }

    private List<JudgedAnswer> judged(List<AnswerId> judges, Map<AnswerId, List<Suggestion>> said) {
        return judges.stream()
                .map(answer ->
                        JudgedAnswer.of(answer, question.considered(answer), said.getOrDefault(answer, List.of())))
                .toList();
    }

    /** Both are judged on the same codes: those of which one of them has an example. */
    private QualityReport.Figures figures(List<JudgedAnswer> judged) {
        Set<CodeId> learned = new LinkedHashSet<>();
        versions.stream()
                .flatMap(version -> version.card().codes().stream())
                .filter(line -> line.applies() > 0)
                .forEach(line -> learned.add(new CodeId(line.code())));
        Scores scores = Scores.of(codes, learned, judged);
        return new QualityReport.Figures(
                judged.size(), scores.microF1(), scores.microInterval(), scores.macroF1(), scores.macroInterval());
    }
}

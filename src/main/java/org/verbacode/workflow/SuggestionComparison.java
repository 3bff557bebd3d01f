package org.verbacode.workflow;

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
import org.verbacode.learning.JudgedAnswer;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.Model;
import org.verbacode.learning.Scores;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;

/** What two model versions propose for the stored answers of their question, side by side. */
final class SuggestionComparison {
    private static final Message TASK = Message.of("workflow.task.models");

    private final Workspace workspace;
    private final CodedQuestion question;
    private final List<ChooseModel.Version> versions;
    /** Those in force that one of them knows. */
    private final List<CodeId> codes;

    private final ModelShelf shelf;

    SuggestionComparison(Workspace workspace, CodedQuestion question, ModelComparison cards) {
        this.workspace = workspace;
        this.question = question;
        this.versions = List.of(cards.one(), cards.other());
        this.codes = question.codebook().codes().stream()
                .map(Code::id)
                .filter(code -> !cards.name(code).isEmpty())
                .toList();
        this.shelf = new ModelShelf(workspace.models());
    }

    private static ModelName name(ChooseModel.Version version) {
        return new ModelName(version.card().model());
    }

    ComparedSuggestions suggested(Progress progress) {
        Map<ModelName, Map<AnswerId, List<Suggestion>>> said = said(progress);
        Map<AnswerId, List<Suggestion>> before = said.getOrDefault(name(versions.get(0)), Map.of());
        Map<AnswerId, List<Suggestion>> after = said.getOrDefault(name(versions.get(1)), Map.of());
        return new ComparedSuggestions(
                workspace.clock().instant().toString(),
                SuggestionChanges.between(codes, proposed(before), proposed(after)),
                judged(before, after));
    }

    /** Both versions are read before anything slow is done. */
    private Map<ModelName, Map<AnswerId, List<Suggestion>>> said(Progress progress) {
        Map<ModelName, Model> models = new LinkedHashMap<>();
        for (ChooseModel.Version version : versions) {
            models.put(
                    name(version),
                    shelf.of(question.question().study(), question.question().name(), name(version)));
        }
        Map<ModelName, Map<AnswerId, List<Suggestion>>> said = new HashMap<>();
        Map<String, List<AnalysedAnswer>> readings = new HashMap<>();
        try (AllCores cores = new AllCores()) {
            models.forEach((name, model) -> {
                FrenchAnalyser analyser = model.analyser();
                List<AnalysedAnswer> read =
                        readings.computeIfAbsent(analyser.version(), unused -> read(name, analyser, cores, progress));
                said.put(name, Suggesting.of(model, question.answers(), read, cores, TASK, progress));
            });
        }
        return said;
    }

    /** The cache holds what the version in use has read; another would put its own readings in their place. */
    private List<AnalysedAnswer> read(ModelName reader, FrenchAnalyser analyser, AllCores cores, Progress progress) {
        List<String> texts = question.answers().stream().map(Answer::text).toList();
        return versions.stream()
                        .anyMatch(version -> version.inUse() && name(version).equals(reader))
                ? Reading.of(workspace, texts, analyser, cores, progress)
                : Reading.of(texts, analyser, cores, progress);
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

    /** By people, on the answers that neither has learned from; null if one does not say which it has. */
    private ComparedSuggestions.@Nullable Judged judged(
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
                .filter(answer -> question.picking(workspace.database(), answer) == Picking.AT_RANDOM)
                .count();
        return new ComparedSuggestions.Judged(
                (int) random, figures(one), figures(other), Scores.microDifference(codes, one, other));
    }

    /** The answers that one of them has learned from; empty if one does not say. */
    private Optional<Set<AnswerId>> learned() {
        Set<AnswerId> learned = new HashSet<>();
        for (ChooseModel.Version version : versions) {
            List<LearnedAnswer> answers = shelf.answers(name(version));
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
    private Quality.Figures figures(List<JudgedAnswer> judged) {
        Set<CodeId> learned = new LinkedHashSet<>();
        versions.stream()
                .flatMap(version -> version.card().codes().stream())
                .filter(line -> line.applies() > 0)
                .forEach(line -> learned.add(new CodeId(line.code())));
        Scores scores = Scores.of(codes, learned, judged);
        return new Quality.Figures(
                judged.size(), scores.microF1(), scores.microInterval(), scores.macroF1(), scores.macroInterval());
    }
}

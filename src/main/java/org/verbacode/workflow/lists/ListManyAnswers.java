package org.verbacode.workflow.lists;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnswerContent;
import org.verbacode.learning.Uncertainty;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.model.QuestionSuggestions;
import org.verbacode.workflow.review.CurrentSuggestions;
import org.verbacode.workflow.review.IdenticalTexts;

/**
 * Lists answers that can be coded together. Suggestions are listed only for answers that the coder need not code blind;
 * that they have been seen is stored.
 */
public final class ListManyAnswers {
    private final Workspace workspace;
    private final LiveModels live;

    public ListManyAnswers(Workspace workspace, LiveModels live) {
        this.workspace = workspace;
        this.live = live;
    }

    /**
     * The answers proposed for a code.
     *
     * @param wanted null for the first code of the codebook that has any
     * @param wave only its answers; null for all
     */
    public ProposalList proposals(ListPlace place, @Nullable CodeId wanted, @Nullable WaveName wave, int page) {
        QuestionState state = new QuestionState(workspace, live, place);
        QuestionSuggestions suggestions = state.suggestions();
        List<Answer> answers = state.answers.stream()
                .filter(answer -> wave == null || answer.wave().equals(wave))
                .toList();
        Map<CodeId, Integer> counts = new HashMap<>();
        for (Answer answer : answers) {
            suggestions.proposed().getOrDefault(answer.id(), List.of()).stream()
                    .filter(code -> state.isOpen(answer.id(), code))
                    .forEach(code -> counts.merge(code, 1, Integer::sum));
        }
        Optional<Code> code = wanted != null
                ? state.codebook.byId(wanted)
                : state.codebook.codes().stream()
                        .filter(one -> counts.containsKey(one.id()))
                        .findFirst();
        List<Proposed> proposed =
                code.map(one -> proposed(state, suggestions, answers, one.id())).orElse(List.of());
        Paged<Proposed> shown = Paged.of(proposed, page);
        state.see(shown.rows().stream().map(row -> row.answer().id()).toList(), suggestions);
        return new ProposalList(
                state.codebook,
                workspace.database().studies().waves(place.study()),
                suggestions.any(),
                counts,
                code.orElse(null),
                new Paged<>(
                        shown.rows().stream().map(row -> row(state, row)).toList(),
                        shown.total(),
                        shown.page(),
                        shown.pages()));
    }

    private record Proposed(Answer answer, Suggestion suggestion) {}

    private static List<Proposed> proposed(
            QuestionState state, QuestionSuggestions suggestions, List<Answer> answers, CodeId code) {
        return answers.stream()
                .filter(answer -> suggestions
                        .proposed()
                        .getOrDefault(answer.id(), List.of())
                        .contains(code))
                .filter(answer -> state.isOpen(answer.id(), code))
                .flatMap(answer -> suggestions.of(answer.id()).stream()
                        .filter(suggestion -> suggestion.code().equals(code))
                        .map(suggestion -> new Proposed(answer, suggestion)))
                .sorted(Comparator.comparingDouble(
                                (Proposed one) -> one.suggestion().probability())
                        .reversed())
                .toList();
    }

    private static ProposalList.Row row(QuestionState state, Proposed proposed) {
        Answer answer = proposed.answer();
        Set<CodeId> own = state.own(answer.id()).map(Coding::applied).orElse(Set.of());
        return new ProposalList.Row(answer, CurrentSuggestions.likelihood(proposed.suggestion()), state.codes(own));
    }

    /** Groups of at least two identical answers of which some are to be coded, those with most of them first. */
    public Paged<IdenticalGroup> identical(ListPlace place, int page) {
        return Paged.of(
                groups(new QuestionState(workspace, live, place)).stream()
                        .filter(group -> group.answers() > 1)
                        .toList(),
                page);
    }

    /** Answers without content of which some are to be coded, in groups of identical ones. */
    public List<IdenticalGroup> withoutContent(ListPlace place) {
        return groups(new QuestionState(workspace, live, place)).stream()
                .filter(group -> group.content().isMissing())
                .sorted(Comparator.comparing(IdenticalGroup::content).reversed())
                .toList();
    }

    private static List<IdenticalGroup> groups(QuestionState state) {
        return new IdenticalTexts(state.answers)
                .groups().stream()
                        .map(answers -> group(state, answers))
                        .filter(group -> group.toDo() > 0)
                        .sorted(Comparator.comparingInt(IdenticalGroup::toDo).reversed())
                        .toList();
    }

    private static IdenticalGroup group(QuestionState state, List<Answer> answers) {
        List<Set<CodeId>> finished = answers.stream()
                .flatMap(answer -> state.own(answer.id()).stream())
                .filter(Coding::finished)
                .map(Coding::applied)
                .toList();
        Map<Code, Integer> codes = new LinkedHashMap<>();
        for (Code code : state.codebook.codes()) {
            int bearing = (int) finished.stream()
                    .filter(applied -> applied.contains(code.id()))
                    .count();
            if (bearing > 0) {
                codes.put(code, bearing);
            }
        }
        return new IdenticalGroup(
                answers.get(0),
                writings(answers),
                answers.size(),
                (int) answers.stream()
                        .filter(answer -> state.isFree(answer.id()))
                        .count(),
                finished.size(),
                codes,
                AnswerContent.of(answers.get(0).text()));
    }

    private static List<String> writings(List<Answer> answers) {
        Map<String, Long> counts = answers.stream()
                .map(answer -> answer.text().strip())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A group of identical answers and the codebook to code it with. */
    public record GroupToCode(IdenticalGroup group, Codebook codebook) {}

    /**
     * The group of an answer.
     *
     * @throws RefusedException if the question has no such answer
     */
    public GroupToCode group(ListPlace place, AnswerId answer) {
        QuestionState state = new QuestionState(workspace, live, place);
        Answer one = state.answer(answer);
        return new GroupToCode(group(state, new IdenticalTexts(state.answers).alike(one.id())), state.codebook);
    }

    /** The answers that the coder has finished and the model codes differently, the clearest contradictions first. */
    public Paged<Difference> differences(ListPlace place, int page) {
        QuestionState state = new QuestionState(workspace, live, place);
        QuestionSuggestions suggestions = state.suggestions();
        Map<CodeId, Double> givenFrom = suggestions.givenFrom();
        Map<AnswerId, Double> agreement = new HashMap<>();
        for (Answer answer : state.answers) {
            if (state.isFinished(answer.id()) && !state.blind.isBlind(answer.id())) {
                Map<CodeId, Boolean> considered =
                        state.own(answer.id()).map(Coding::considered).orElse(Map.of());
                agreement.put(answer.id(), Uncertainty.agreement(suggestions.of(answer.id()), givenFrom, considered));
            }
        }
        Paged<Answer> shown = Paged.of(
                state.answers.stream()
                        .filter(answer -> agreement.getOrDefault(answer.id(), 0.0) < 0)
                        .sorted(Comparator.comparing(answer -> agreement.getOrDefault(answer.id(), 0.0)))
                        .toList(),
                page);
        state.see(shown.rows().stream().map(Answer::id).toList(), suggestions);
        return new Paged<>(
                shown.rows().stream()
                        .map(answer -> difference(state, suggestions, givenFrom, answer))
                        .toList(),
                shown.total(),
                shown.page(),
                shown.pages());
    }

    /** The model's codes are those above their thresholds: a code given only because it is the likeliest is none. */
    private static Difference difference(
            QuestionState state, QuestionSuggestions suggestions, Map<CodeId, Double> givenFrom, Answer answer) {
        Set<CodeId> model = suggestions.of(answer.id()).stream()
                .filter(suggestion -> suggestion.probability() >= givenFrom.getOrDefault(suggestion.code(), 2.0))
                .map(Suggestion::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<CodeId> coder = state.own(answer.id()).map(Coding::applied).orElse(Set.of());
        return new Difference(answer, state.codes(coder), state.codes(model));
    }
}

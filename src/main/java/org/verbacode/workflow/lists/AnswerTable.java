package org.verbacode.workflow.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.Respondent;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.model.QuestionSuggestions;

/** Reads the table of answers and codes: the coder's own codings, or those of another coder to look at. */
public final class AnswerTable {
    private final Workspace workspace;
    private final LiveModels live;

    public AnswerTable(Workspace workspace, LiveModels live) {
        this.workspace = workspace;
        this.live = live;
    }

    /** The columns. */
    public TableContent content(ListPlace place) {
        Database database = workspace.database();
        Question question = new ListStudies(workspace).question(place.study(), place.question());
        return new TableContent(
                database.codebooks().current(question.study(), question.name()).byTheme(),
                database.studies().waves(question.study()),
                database.studies()
                        .currentModel(question.study(), question.name())
                        .isPresent());
    }

    /**
     * All rows. Other coders' codings are hidden on answers that the viewer has still to code blind.
     *
     * @param shown whose codings; only finished ones of others
     */
    public TableContent.Rows rows(ListPlace place, CoderName shown) {
        QuestionState state = new QuestionState(workspace, live, place);
        List<Code> columns = columns(state);
        boolean own = shown.equals(place.coder());
        return new TableContent.Rows(
                state.otherCoders(),
                state.answers.stream()
                        .map(answer -> own
                                ? row(
                                        state,
                                        columns,
                                        answer,
                                        state.own(answer.id()).orElse(null))
                                : othersRow(state, columns, answer, shown))
                        .toList());
    }

    private static List<Code> columns(QuestionState state) {
        return state.codebook.byTheme().values().stream().flatMap(List::stream).toList();
    }

    private static TableRow othersRow(QuestionState state, List<Code> columns, Answer answer, CoderName shown) {
        Coding coding = state.others(answer.id()).stream()
                .filter(one -> one.coder().equals(shown))
                .findFirst()
                .orElse(null);
        TableRow row = row(state, columns, answer, coding);
        boolean hidden = coding != null && state.blind.isBlind(answer.id());
        return hidden
                ? new TableRow(
                        answer,
                        columns.stream().map(unused -> TableRow.Cell.HIDDEN).toList(),
                        row.progress(),
                        row.others(),
                        row.state())
                : row;
    }

    private static TableRow row(QuestionState state, List<Code> columns, Answer answer, @Nullable Coding coding) {
        return row(columns, answer, coding, state.others(answer.id()).size());
    }

    static TableRow row(List<Code> columns, Answer answer, @Nullable Coding coding, int others) {
        Map<CodeId, Boolean> considered = coding == null ? Map.of() : coding.considered();
        return new TableRow(
                answer,
                columns.stream().map(code -> cell(considered.get(code.id()))).toList(),
                progress(coding),
                others,
                Coding.state(Optional.ofNullable(coding)));
    }

    private static TableRow.Cell cell(@Nullable Boolean applies) {
        if (applies == null) {
            return TableRow.Cell.NOT_CONSIDERED;
        }
        return applies ? TableRow.Cell.APPLIES : TableRow.Cell.DOES_NOT_APPLY;
    }

    private static TableRow.Progress progress(@Nullable Coding coding) {
        if (coding == null) {
            return TableRow.Progress.TO_DO;
        }
        if (!coding.finished()) {
            return coding.considered().isEmpty() ? TableRow.Progress.TO_DO : TableRow.Progress.BEGUN;
        }
        return coding.doubt() ? TableRow.Progress.DOUBT : TableRow.Progress.FINISHED;
    }

    /** The attributes of the respondents by answer; that the coder looked at them is stored. */
    public Map<AnswerId, Map<String, String>> attributes(ListPlace place) {
        Database database = workspace.database();
        Map<List<String>, Map<String, String>> byRespondent = database.answers().respondents(place.study()).stream()
                .collect(Collectors.toMap(
                        one -> List.of(one.wave().value(), one.id().value()), Respondent::attributes));
        Map<AnswerId, Map<String, String>> attributes = new LinkedHashMap<>();
        for (Answer answer : database.answers().given(place.study(), place.question())) {
            attributes.put(
                    answer.id(),
                    byRespondent.getOrDefault(
                            List.of(answer.wave().value(), answer.respondent().value()), Map.of()));
        }
        database.inTransaction(() -> {
            attributes.keySet().forEach(answer -> database.codings().glance(answer, place.coder()));
            return attributes.size();
        });
        return attributes;
    }

    /**
     * The codes that the model gives some answers; that the coder has seen them is stored. Answers to be coded blind are
     * absent.
     */
    public Map<AnswerId, List<CodeId>> suggested(ListPlace place, List<AnswerId> answers) {
        QuestionState state = new QuestionState(workspace, live, place);
        QuestionSuggestions suggestions = state.suggestions();
        List<AnswerId> shown = answers.stream()
                .map(state::answer)
                .map(Answer::id)
                .filter(answer -> !state.blind.isBlind(answer))
                .toList();
        state.see(shown, suggestions);
        Map<AnswerId, List<CodeId>> suggested = new LinkedHashMap<>();
        for (AnswerId answer : shown) {
            suggested.put(
                    answer,
                    suggestions.of(answer).stream()
                            .filter(Suggestion::proposed)
                            .map(Suggestion::code)
                            .toList());
        }
        return suggested;
    }

    /** The model version whose suggestions the coder has seen last, by answer. */
    static Map<AnswerId, ModelName> seen(Workspace workspace, ListPlace place) {
        return workspace.database().suggestions().seen(place.study(), place.question(), place.coder());
    }
}

package org.verbacode.workflow.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Provenance;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.lists.TableRow.Cell;
import org.verbacode.workflow.lists.TableRow.Progress;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.BlindAnswers;

class AnswerTableTest {
    private static final CoderName MARIE = new CoderName("Marie");
    private static final CoderName PAUL = new CoderName("Paul");
    private static final ListPlace PLACE = new ListPlace(SampleStudy.STUDY, SampleStudy.QUESTION, MARIE);
    private static final CodeId SOUTIEN = SampleStudy.id("Soutien");

    @TempDir
    Path folder;

    private Workspace workspace;
    private LiveModels live;
    private SampleStudy sample;
    private AnswerTable table;
    private EditTable edit;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        live = new LiveModels(workspace, unused -> {});
        sample = SampleStudy.in(workspace, 40);
        table = new AnswerTable(workspace, live);
        edit = new EditTable(workspace, live);
    }

    @AfterEach
    void close() {
        live.close();
        workspace.close();
    }

    private Answer given(int place) {
        return workspace
                .database()
                .answers()
                .given(SampleStudy.STUDY, SampleStudy.QUESTION)
                .get(place);
    }

    private TableRow row(CoderName shown, AnswerId answer) {
        return table.rows(PLACE, shown).rows().stream()
                .filter(row -> row.answer().id().equals(answer))
                .findFirst()
                .orElseThrow();
    }

    private Provenance last(AnswerId answer) {
        var decisions = workspace.database().codings().decisions(answer);
        return decisions.get(decisions.size() - 1).provenance();
    }

    /** The columns are Soutien, Écoute (theme Appui), then Conseils (theme Expertise). */
    @Test
    void notConsideredDoesNotApplyAndAppliesAreThreeStates() {
        AnswerId answer = given(0).id();
        assertThat(table.content(PLACE).themes()).containsOnlyKeys("Appui", "Expertise");
        assertThat(row(MARIE, answer).cells())
                .containsExactly(Cell.NOT_CONSIDERED, Cell.NOT_CONSIDERED, Cell.NOT_CONSIDERED);

        TableRow ticked = edit.decide(PLACE, answer, SOUTIEN, true);
        assertThat(ticked).isEqualTo(row(MARIE, answer));
        assertThat(ticked.cells()).containsExactly(Cell.APPLIES, Cell.NOT_CONSIDERED, Cell.NOT_CONSIDERED);
        assertThat(ticked.progress()).isEqualTo(Progress.BEGUN);

        TableRow finished = edit.finish(PLACE, answer, EditTable.Ending.DOUBT);
        assertThat(finished.cells()).containsExactly(Cell.APPLIES, Cell.DOES_NOT_APPLY, Cell.DOES_NOT_APPLY);
        assertThat(finished.progress()).isEqualTo(Progress.DOUBT);
        assertThat(edit.finish(PLACE, answer, EditTable.Ending.REOPENED).progress())
                .isEqualTo(Progress.BEGUN);
    }

    @Test
    void eachChangeIsAnActOfItsOwn() {
        AnswerId answer = given(0).id();
        edit.decide(PLACE, answer, SOUTIEN, true);
        edit.decide(PLACE, answer, SOUTIEN, false);

        assertThat(edit.undo(PLACE)).singleElement().matches(row -> row.cells().get(0) == Cell.APPLIES);
        assertThat(edit.undo(PLACE)).singleElement().matches(row -> row.progress() == Progress.TO_DO);
        assertThat(edit.undo(PLACE)).isEmpty();
        assertThat(edit.redo(PLACE)).singleElement().matches(row -> row.cells().get(0) == Cell.APPLIES);
    }

    @Test
    void finishingWithoutACodeMustBeSaid() {
        AnswerId answer = given(0).id();
        assertThatThrownBy(() -> edit.finish(PLACE, answer, EditTable.Ending.TICKED))
                .isInstanceOf(RefusedException.class);
        edit.decide(PLACE, answer, SOUTIEN, true);

        TableRow row = edit.finish(PLACE, answer, EditTable.Ending.NONE);

        assertThat(row.progress()).isEqualTo(Progress.FINISHED);
        assertThat(row.cells()).containsOnly(Cell.DOES_NOT_APPLY);
    }

    @Test
    void aDecisionIsBlindUntilTheCoderHasSeenTheSuggestionsOfThatAnswer() {
        sample.suggested();
        BlindAnswers nothingFinished = BlindAnswers.of(List.of());
        List<AnswerId> ids = table.rows(PLACE, MARIE).rows().stream()
                .map(row -> row.answer().id())
                .toList();
        AnswerId open = ids.stream()
                .filter(id -> !nothingFinished.isBlind(id))
                .findFirst()
                .orElseThrow();
        AnswerId blind =
                ids.stream().filter(nothingFinished::isBlind).findFirst().orElseThrow();
        edit.decide(PLACE, open, SOUTIEN, true);
        assertThat(last(open).manner()).isEqualTo(Provenance.Manner.BLIND);

        assertThat(table.suggested(PLACE, List.of(open, blind))).isEqualTo(Map.of(open, List.of(SOUTIEN)));

        edit.decide(PLACE, open, SOUTIEN, false);
        assertThat(last(open).manner()).isEqualTo(Provenance.Manner.ASSISTED);
        assertThat(last(open).modelSeen()).isEqualTo(SampleStudy.MODEL);
        edit.decide(PLACE, blind, SOUTIEN, true);
        assertThat(last(blind).manner()).isEqualTo(Provenance.Manner.BLIND);
    }

    @Test
    void anotherCodersCodesAreShownExceptOnAnswersToBeCodedBlind() {
        sample.coded(PAUL, 40);
        TableContent.Rows rows = table.rows(PLACE, PAUL);
        BlindAnswers nothingFinished = BlindAnswers.of(List.of());

        assertThat(rows.coders()).containsExactly(PAUL);
        assertThat(rows.rows()).allSatisfy(row -> {
            if (nothingFinished.isBlind(row.answer().id())) {
                assertThat(row.cells()).containsOnly(Cell.HIDDEN);
            } else {
                assertThat(row.cells()).doesNotContain(Cell.HIDDEN, Cell.NOT_CONSIDERED);
            }
        });
        assertThat(rows.rows()).anyMatch(row -> row.cells().contains(Cell.HIDDEN));
        assertThat(row(MARIE, given(0).id()).others()).isEqualTo(1);
    }

    @Test
    void lookingAtTheAttributesIsStored() {
        assertThat(table.attributes(PLACE)).hasSize(40).containsEntry(given(3).id(), Map.of("section", "droit"));
        assertThat(glances()).isEqualTo(40);
    }

    private long glances() {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("verbacode.db"));
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM glance")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theAnswerOfAnotherQuestionIsRefused() {
        ListPlace elsewhere = new ListPlace(SampleStudy.STUDY, new org.verbacode.study.QuestionName("autre"), MARIE);
        assertThatThrownBy(() -> edit.finish(elsewhere, given(0).id(), EditTable.Ending.NONE))
                .isInstanceOf(RefusedException.class);
    }
}

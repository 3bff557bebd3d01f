package org.verbacode.workflow.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;
import static org.verbacode.workflow.SampleStudy.id;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.ApplyChange;
import org.verbacode.workflow.codebook.CodebookChange;
import org.verbacode.workflow.codebook.PlanChange;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.ReviewAnswers.Ending;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.search.SearchAnswers;

/** Tests the queue of answers on which a code is considered again, after it was split or its definition changed. */
class ReconsiderTest {
    private static final CoderName MARIE = new CoderName("Marie");
    private static final CoderName PAUL = new CoderName("Paul");
    private static final int CODED = 16;

    @TempDir
    Path folder;

    private Workspace workspace;
    private SearchAnswers search;
    private LiveModels live;
    private ReviewAnswers review;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        SampleStudy.in(workspace, 24).coded(MARIE, CODED);
        search = new SearchAnswers(workspace);
        live = new LiveModels(workspace, Runnable::run);
        review = new ReviewAnswers(workspace, search, live);
    }

    @AfterEach
    void close() {
        live.close();
        search.close();
        workspace.close();
    }

    private Place reconsidering(CodeId code, CoderName coder) {
        return new Place(STUDY, QUESTION, coder, ReviewQueue.reconsidering(code), Way.CODE_FIRST);
    }

    private void change(CodebookChange change) {
        new ApplyChange(workspace).run(change, MARIE.value());
    }

    private PlanChange plan() {
        return new PlanChange(workspace, STUDY, QUESTION);
    }

    private CodeId named(String name) {
        return workspace.database().codebooks().current(STUDY, QUESTION).codes().stream()
                .filter(code -> code.name().equals(name))
                .map(Code::id)
                .findFirst()
                .orElseThrow();
    }

    private Coding stored(AnswerId answer) {
        return workspace.database().codings().of(answer, MARIE).orElseThrow();
    }

    /** The coded answers that have a word. */
    private List<AnswerId> coded(String word) {
        return workspace.database().answers().given(STUDY, QUESTION).stream()
                .filter(answer -> SampleStudy.number(answer) < CODED)
                .filter(answer ->
                        answer.text().toLowerCase(java.util.Locale.FRENCH).contains(word))
                .map(Answer::id)
                .toList();
    }

    private static AnswerId on(ReviewScreen screen) {
        return requireNonNull(screen.shown()).answer().id();
    }

    @Test
    void theAnswersOfASplitCodeComeUntilItsPartsAreConsidered() {
        change(plan().split("Soutien", List.of("Soutien moral", "Soutien scolaire")));
        CodeId moral = named("Soutien moral");
        Place place = reconsidering(moral, MARIE);
        List<AnswerId> touched = coded("soutien");

        ReviewScreen screen = review.open(place, null);
        assertThat(screen.remaining()).isEqualTo(touched.size()).isPositive();
        AnswerId first = on(screen);
        assertThat(touched).contains(first);
        assertThat(stored(first).considered()).doesNotContainKey(moral);

        review.toggle(place, first, moral);
        ReviewScreen next = review.finish(place, first, Ending.TICKED);
        assertThat(next.remaining()).isEqualTo(touched.size() - 1);
        assertThat(on(next)).isNotEqualTo(first);
        assertThat(stored(first).considered())
                .containsEntry(moral, true)
                .containsEntry(named("Soutien scolaire"), false);

        AnswerId second = on(next);
        assertThat(review.finish(place, second, Ending.NONE).remaining()).isEqualTo(touched.size() - 2);
        assertThat(stored(second).considered()).containsEntry(moral, false);
        assertThat(review.undo(place, null).remaining()).isEqualTo(touched.size() - 1);
    }

    @Test
    void theAnswersThatBearACodeComeAgainWhenItsDefinitionChanges() {
        Place place = reconsidering(id("Soutien"), MARIE);
        assertThat(review.open(place, null).remaining()).as("before").isZero();

        change(plan().define(id("Soutien"), "Être encouragé par quelqu’un."));
        List<AnswerId> touched = coded("soutien");
        ReviewScreen screen = review.open(place, null);
        assertThat(screen.remaining()).isEqualTo(touched.size());

        AnswerId first = on(screen);
        ReviewScreen next = review.finish(place, first, Ending.TICKED);
        assertThat(next.remaining()).as("confirmed as it was").isEqualTo(touched.size() - 1);
        assertThat(stored(first).applied()).containsExactly(id("Soutien"));

        change(plan().rename("Soutien", "Appui"));
        assertThat(review.open(place, null).remaining()).as("another name").isEqualTo(touched.size() - 1);
    }

    @Test
    void whoHasNotCodedGetsTheAnswersThatOthersCoded() {
        change(plan().define(id("Soutien"), "Être encouragé par quelqu’un."));
        Place place = reconsidering(id("Soutien"), PAUL);
        ReviewScreen screen = review.open(place, null);
        int touched = coded("soutien").size();
        assertThat(screen.remaining()).isEqualTo(touched);
        AnswerId first = on(screen);
        assertThat(review.finish(place, first, Ending.NONE).remaining()).isEqualTo(touched - 1);

        AnswerId second = coded("soutien").stream()
                .filter(answer -> !answer.equals(first))
                .findFirst()
                .orElseThrow();
        Place hers = reconsidering(id("Soutien"), MARIE);
        review.open(hers, second);
        review.finish(hers, second, Ending.TICKED);
        assertThat(review.open(place, null).remaining())
                .as("Marie has considered one again")
                .isEqualTo(touched - 2);
    }
}

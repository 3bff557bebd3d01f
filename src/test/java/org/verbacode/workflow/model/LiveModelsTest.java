package org.verbacode.workflow.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.verbacode.workflow.SampleStudy.MODEL;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;
import static org.verbacode.workflow.SampleStudy.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.review.ReviewAnswers;
import org.verbacode.workflow.review.ReviewAnswers.Ending;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.review.ReviewQueue;
import org.verbacode.workflow.review.ReviewQueue.Order;
import org.verbacode.workflow.review.ReviewQueue.Status;
import org.verbacode.workflow.review.ReviewScreen.Proposal;
import org.verbacode.workflow.search.SearchAnswers;

/** The saved version of the sample suggests Soutien for everything; the codings contradict it. */
class LiveModelsTest {
    private static final CoderName MARIE = new CoderName("Marie");
    private static final Place CHECKING =
            new Place(STUDY, QUESTION, MARIE, new ReviewQueue(Order.LIST, null, null, Status.ALL, ""), Way.VERIFY);

    @TempDir
    Path folder;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private Workspace workspace;
    private SearchAnswers search;
    private ReviewAnswers review;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        search = new SearchAnswers(workspace);
        SampleStudy.in(workspace, 40).coded(new CoderName("Paul"), 16).suggested();
        review = new ReviewAnswers(workspace, search, new LiveModels(workspace, background::add));
    }

    @AfterEach
    void close() {
        search.close();
        workspace.close();
    }

    private void workInBackground() {
        for (Runnable work = background.poll(); work != null; work = background.poll()) {
            work.run();
        }
    }

    private List<Answer> saying(String text) {
        return workspace.database().answers().given(STUDY, QUESTION).stream()
                .filter(answer -> answer.text().equals(text))
                .toList();
    }

    /** The ticked codes of an answer under verification; none of these answers is a blind one. */
    private List<String> proposed(AnswerId answer) {
        return requireNonNull(review.show(CHECKING, answer).shown()).proposals().stream()
                .map(Proposal::code)
                .map(code -> code.name())
                .toList();
    }

    private AnswerId toCheck(String text, int which) {
        return saying(text).stream()
                .map(Answer::id)
                .filter(id -> !requireNonNull(review.show(CHECKING, id).shown()).blind())
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void untilItIsMadeTheSavedVersionSpeaks() {
        review.open(CHECKING, null);
        AnswerId answer = toCheck("Rien de particulier", 1);

        assertThat(proposed(answer)).startsWith("Soutien");
        workInBackground();
        assertThat(proposed(answer)).doesNotContain("Soutien");
    }

    @Test
    void whatCouldNotBeMadeIsTriedAgainWhenTheQuestionIsOpenedAgain() throws IOException {
        Path lexicon = Files.writeString(folder.resolve("lexicon.csv"), "neither,of both\n1,2\n");
        review.open(CHECKING, null);
        AnswerId answer = toCheck("Rien de particulier", 1);
        workInBackground();
        assertThat(proposed(answer)).startsWith("Soutien");

        Files.delete(lexicon);
        workInBackground();
        review.open(CHECKING, null);
        workInBackground();
        assertThat(proposed(answer)).doesNotContain("Soutien");
    }

    @Test
    void workThatHasBegunIsWaitedForAndNotDisturbedWhenTheWorkspaceIsLeft() throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        LiveModels live = new LiveModels(workspace, thread);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean undisturbed = new AtomicBoolean();
        thread.execute(() -> {
            begun.countDown();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            undisturbed.set(!Thread.interrupted());
        });
        begun.await();

        live.close();

        assertThat(undisturbed).isTrue();
    }

    @Test
    void aDecisionChangesWhatIsProposedForOthersAndUndoChangesItBack() {
        review.open(CHECKING, null);
        workInBackground();
        AnswerId other = toCheck("J’ai repris confiance en moi", 3);
        List<String> before = proposed(other);
        assertThat(before).doesNotContain("Écoute");

        for (int i = 0; i < 3; i++) {
            AnswerId coded = saying("J’ai repris confiance en moi").get(i).id();
            review.show(CHECKING, coded);
            review.finish(CHECKING, coded, Ending.NONE);
            review.toggle(CHECKING, coded, id("Écoute"));
        }
        workInBackground();
        assertThat(proposed(other)).startsWith("Écoute");

        for (int i = 0; i < 6; i++) {
            review.undo(CHECKING, null);
        }
        workInBackground();
        assertThat(proposed(other)).isEqualTo(before);
    }

    @Test
    void whatTheCoderSawIsWhatTheCoderAnswersTo() {
        review.open(CHECKING, null);
        AnswerId answer = toCheck("Rien de particulier", 1);
        assertThat(proposed(answer)).startsWith("Soutien");

        workInBackground();
        review.finish(CHECKING, answer, Ending.TICKED);

        assertThat(workspace
                        .database()
                        .codings()
                        .of(answer, MARIE)
                        .orElseThrow()
                        .applied())
                .containsExactly(id("Soutien"));
        assertThat(seenBy(answer)).isEqualTo(MODEL);
    }

    private ModelName seenBy(AnswerId answer) {
        return requireNonNull(workspace.database().codings().decisions(answer).stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .provenance()
                .modelSeen());
    }

    @Test
    void aDecisionCitesTheVersionAndTheLastDecisionItKnew() {
        review.open(CHECKING, null);
        workInBackground();
        AnswerId answer = toCheck("Des conseils pour mes études", 3);
        ModelName expected = MODEL.after(workspace.database().codings().latest().orElseThrow());

        review.toggle(CHECKING, answer, id("Écoute"));

        assertThat(seenBy(answer)).isEqualTo(expected);
        assertThat(seenBy(answer).saved()).isEqualTo(MODEL);
    }

    @Test
    void aNewCodeIsLearnedToo() {
        review.open(CHECKING, null);
        workInBackground();
        for (int i = 0; i < 4; i++) {
            AnswerId coded = saying("J’ai repris confiance en moi").get(i).id();
            review.show(CHECKING, coded);
            review.create(CHECKING, coded, "Confiance");
            review.finish(CHECKING, coded, Ending.TICKED);
        }
        workInBackground();

        assertThat(proposed(saying("J’ai repris confiance en moi").get(4).id())).contains("Confiance");
    }
}

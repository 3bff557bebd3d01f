package org.verbacode.workflow.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;
import static org.verbacode.workflow.SampleStudy.id;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.ReviewAnswers.Ending;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.review.ReviewQueue.Order;
import org.verbacode.workflow.review.ReviewQueue.Status;
import org.verbacode.workflow.search.SearchAnswers;

class ReviewSessionsTest {
    private static final int SECONDS = 30;

    @TempDir
    Path folder;

    /** Runs on the thread that asks for the time. */
    private volatile Runnable whenTimeIsAsked = () -> {};
    /** Runs on the thread that makes a screen, before anything is made in the background. */
    private volatile Runnable whenAScreenIsMade = () -> {};

    private final ExecutorService coders = Executors.newCachedThreadPool();
    private Workspace workspace;
    private SearchAnswers search;
    private ReviewAnswers review;
    private SampleStudy sample;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, new WatchedClock());
        search = new SearchAnswers(workspace);
        review = new ReviewAnswers(workspace, search, new LiveModels(workspace, never -> whenAScreenIsMade.run()));
        sample = SampleStudy.in(workspace, 40);
    }

    @AfterEach
    void close() {
        coders.shutdownNow();
        search.close();
        workspace.close();
    }

    private final class WatchedClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            whenTimeIsAsked.run();
            return Instant.now();
        }
    }

    private static Place placeOf(String coder) {
        return new Place(
                STUDY,
                QUESTION,
                new CoderName(coder),
                new ReviewQueue(Order.LIST, null, null, Status.TO_DO, ""),
                Way.CODE_FIRST);
    }

    private AnswerId first(Place place) {
        return requireNonNull(review.open(place, null).shown()).answer().id();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the others did not come", e);
        }
    }

    @Test
    void twoCodersWorkAtTheSameTimeWhileTheScreenOfAThirdIsBeingMade() throws Exception {
        Place marie = placeOf("Marie");
        Place paul = placeOf("Paul");
        AnswerId ofMarie = first(marie);
        AnswerId ofPaul = first(paul);
        CountDownLatch beingMade = new CountDownLatch(1);
        CountDownLatch mayBeMade = new CountDownLatch(1);
        whenAScreenIsMade = () -> {
            beingMade.countDown();
            try {
                mayBeMade.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        sample.suggested();
        Future<ReviewScreen> third = coders.submit(() -> review.open(placeOf("Zoé"), null));
        assertThat(beingMade.await(SECONDS, TimeUnit.SECONDS)).isTrue();

        CyclicBarrier both = new CyclicBarrier(2);
        ThreadLocal<Boolean> hasMet = ThreadLocal.withInitial(() -> false);
        whenTimeIsAsked = () -> {
            if (!hasMet.get()) {
                hasMet.set(true);
                meet(both);
            }
        };
        Future<ReviewScreen> coded = coders.submit(() -> review.toggle(marie, ofMarie, id("Écoute")));
        Future<ReviewScreen> finished = coders.submit(() -> review.finish(paul, ofPaul, Ending.NONE));
        coded.get(SECONDS, TimeUnit.SECONDS);
        finished.get(SECONDS, TimeUnit.SECONDS);

        assertThat(third.isDone()).isFalse();
        assertThat(stored(ofMarie, marie).orElseThrow().applied()).containsExactly(id("Écoute"));
        assertThat(stored(ofPaul, paul).orElseThrow().finished()).isTrue();
        whenTimeIsAsked = () -> {};
        mayBeMade.countDown();
        assertThat(third.get(SECONDS, TimeUnit.SECONDS).shown()).isNotNull();
    }

    @Test
    void twoRequestsOfOneCoderAboutOneQuestionRunOneAfterAnother() throws Exception {
        Place marie = placeOf("Marie");
        AnswerId answer = first(marie);
        List<Future<ReviewScreen>> toggles = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            toggles.add(coders.submit(() -> review.toggle(marie, answer, id("Écoute"))));
        }
        for (Future<ReviewScreen> toggle : toggles) {
            toggle.get(SECONDS, TimeUnit.SECONDS);
        }

        assertThat(workspace.database().codings().decisions(answer)).hasSize(41);
        assertThat(stored(answer, marie).orElseThrow().applied()).containsExactly(id("Écoute"));
    }

    @Test
    void moreCodersThanTheCacheHoldsWorkAtTheSameTimeAndLoseNothing() throws Exception {
        AnswerId answer = first(placeOf("Marie"));
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Place place = placeOf("coder " + i);
            work.add(coders.submit(() -> {
                review.toggle(place, answer, id("Écoute"));
                review.toggle(place, answer, id("Conseils"));
                review.finish(place, answer, Ending.TICKED);
            }));
        }
        for (Future<?> coder : work) {
            coder.get(SECONDS, TimeUnit.SECONDS);
        }

        for (int i = 0; i < 20; i++) {
            Coding coding = stored(answer, placeOf("coder " + i)).orElseThrow();
            assertThat(coding.finished()).isTrue();
            assertThat(coding.applied()).containsExactlyInAnyOrder(id("Écoute"), id("Conseils"));
        }
    }

    private Optional<Coding> stored(AnswerId answer, Place place) {
        return workspace.database().codings().of(answer, place.coder());
    }
}

package org.verbacode.workflow.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;
import static org.verbacode.workflow.SampleStudy.id;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Provenance;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.study.Respondent;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StaleException;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.SentAct;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.ReviewAnswers.Ending;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.review.ReviewQueue.Order;
import org.verbacode.workflow.review.ReviewQueue.Status;
import org.verbacode.workflow.search.SearchAnswers;

class ReviewAnswersTest {
    private static final CoderName MARIE = new CoderName("Marie");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SearchAnswers search;
    private LiveModels live;
    private SampleStudy sample;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        search = new SearchAnswers(workspace);
        live = new LiveModels(workspace, never -> {});
        sample = SampleStudy.in(workspace, 40);
    }

    @AfterEach
    void close() {
        search.close();
        workspace.close();
    }

    private static Place place(Way way, Order order, Status status) {
        return new Place(STUDY, QUESTION, MARIE, new ReviewQueue(order, null, null, status, ""), way);
    }

    private static final Place CODING = place(Way.CODE_FIRST, Order.RANDOM, Status.TO_DO);
    private static final Place CHECKING = place(Way.VERIFY, Order.RANDOM, Status.TO_DO);

    private static AnswerId on(ReviewScreen screen) {
        return requireNonNull(screen.shown()).answer().id();
    }

    private static List<String> ticked(ReviewScreen screen) {
        return requireNonNull(screen.shown()).ticked().stream().map(Code::name).toList();
    }

    private Optional<Coding> stored(AnswerId answer) {
        return workspace.database().codings().of(answer, MARIE);
    }

    /** The first answer of the random queue that comes with suggestions, or without, while verifying. */
    private AnswerId answer(ReviewAnswers review, boolean blind) {
        return workspace.database().answers().given(STUDY, QUESTION).stream()
                .map(Answer::id)
                .filter(id -> requireNonNull(review.show(CHECKING, id).shown()).blind() == blind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withNothingTickedEnterStoresNothingAndSaysWhichKeysDo() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId first = on(review.open(CODING, null));

        ReviewScreen after = review.finish(CODING, first, Ending.TICKED);

        assertThat(on(after)).isEqualTo(first);
        assertThat(requireNonNull(after.notice()).in(java.util.Locale.FRENCH))
                .isEqualTo("Aucun code ? 0 = aucun ne s’applique, → = plus tard");
        assertThat(stored(first)).isEmpty();
    }

    @Test
    void aTickIsStoredAtOnceAndEnterGoesOn() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId first = on(review.open(CODING, null));

        assertThat(ticked(review.toggle(CODING, first, id("Écoute")))).containsExactly("Écoute");
        assertThat(stored(first).orElseThrow().applied()).containsExactly(id("Écoute"));
        assertThat(stored(first).orElseThrow().finished()).isFalse();

        ReviewScreen next = review.finish(CODING, first, Ending.TICKED);
        assertThat(on(next)).isNotEqualTo(first);
        assertThat(next.remaining()).isEqualTo(39);
        Coding coding = stored(first).orElseThrow();
        assertThat(coding.finished()).isTrue();
        assertThat(coding.manner()).isEqualTo(Provenance.Manner.BLIND);
        assertThat(coding.considered()).containsEntry(id("Soutien"), false);
    }

    @Test
    void zeroSaysThatNoCodeAppliesWhateverStoodTicked() {
        sample.suggested();
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId answer = answer(review, false);
        review.toggle(CHECKING, answer, id("Conseils"));

        review.finish(CHECKING, answer, Ending.NONE);

        assertThat(stored(answer).orElseThrow().finished()).isTrue();
        assertThat(stored(answer).orElseThrow().applied()).isEmpty();
    }

    @Test
    void whileVerifyingTheModelsCodesStandTickedButAreNoDecisionsBeforeEnter() {
        sample.suggested();
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId answer = answer(review, false);

        assertThat(ticked(review.open(CHECKING, answer))).containsExactly("Soutien");
        assertThat(stored(answer)).isEmpty();

        review.finish(CHECKING, answer, Ending.TICKED_WITH_DOUBT);
        assertThat(stored(answer).orElseThrow().applied()).containsExactly(id("Soutien"));
        assertThat(stored(answer).orElseThrow().doubt()).isTrue();
        Decision decision = workspace.database().codings().decisions(answer).get(0);
        assertThat(decision.provenance().manner()).isEqualTo(Provenance.Manner.ASSISTED);
        assertThat(decision.provenance().modelSeen()).isEqualTo(SampleStudy.MODEL);
        assertThat(decision.provenance().shown()).isEqualTo(Provenance.Shown.RANDOM);
    }

    @Test
    void aCodeTheModelTickedAndTheCoderTookAwayStaysAway() {
        sample.suggested();
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId answer = answer(review, false);

        assertThat(ticked(review.toggle(CHECKING, answer, id("Soutien")))).isEmpty();
        assertThat(ticked(new ReviewAnswers(workspace, search, live).open(CHECKING, answer)))
                .isEmpty();
    }

    @Test
    void aboutOneAnswerInTenComesBlindWhileVerifyingAndIsStoredAsSuch() {
        sample = SampleStudy.in(workspace, 1000).suggested();
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        long blind = workspace.database().answers().given(STUDY, QUESTION).stream()
                .filter(answer -> requireNonNull(
                                review.show(CHECKING, answer.id()).shown())
                        .blind())
                .count();
        // Binomial(1000, 0.1): 60 and 140 are more than four standard deviations away.
        assertThat(blind).isBetween(60L, 140L);

        AnswerId answer = answer(review, true);
        assertThat(ticked(review.show(CHECKING, answer))).isEmpty();
        review.toggle(CHECKING, answer, id("Écoute"));
        review.finish(CHECKING, answer, Ending.TICKED);
        assertThat(stored(answer).orElseThrow().manner()).isEqualTo(Provenance.Manner.BLIND);
    }

    @Test
    void whoCodesFirstSeesAfterwardsWhatTheModelProposedBesides() {
        sample.suggested();
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId first = on(review.open(CODING, null));
        assertThat(requireNonNull(review.show(CODING, first).shown()).proposals())
                .isEmpty();
        review.toggle(CODING, first, id("Écoute"));

        ReviewScreen afterwards = review.finish(CODING, first, Ending.TICKED);
        assertThat(on(afterwards)).isEqualTo(first);
        assertThat(requireNonNull(afterwards.shown()).alsoProposed())
                .extracting(Code::name)
                .containsExactly("Soutien");
        assertThat(stored(first).orElseThrow().manner()).isEqualTo(Provenance.Manner.BLIND);

        review.toggle(CODING, first, id("Soutien"));
        assertThat(on(review.finish(CODING, first, Ending.TICKED))).isNotEqualTo(first);
        assertThat(workspace.database().codings().decisions(first))
                .extracting(decision -> decision.provenance().manner())
                .containsExactly(Provenance.Manner.BLIND, Provenance.Manner.ASSISTED);
    }

    @Test
    void whatWasSeenStaysSeenAcrossARestartAndAnotherWayOfWorking() {
        sample.suggested();
        AnswerId answer = answer(new ReviewAnswers(workspace, search, live), false);
        new ReviewAnswers(workspace, search, live).open(CHECKING, answer);

        new ReviewAnswers(workspace, search, live).toggle(CODING, answer, id("Écoute"));

        assertThat(workspace.database().codings().decisions(answer))
                .extracting(Decision::provenance)
                .allSatisfy(provenance -> {
                    assertThat(provenance.manner()).isEqualTo(Provenance.Manner.ASSISTED);
                    assertThat(provenance.modelSeen()).isEqualTo(SampleStudy.MODEL);
                });
    }

    @Test
    void theRandomOrderIsDrawnOnceAndNewAnswersAreDrawnBehind() {
        List<AnswerId> before = new ListAnswers(workspace, search, live)
                .run(place(Way.CODE_FIRST, Order.RANDOM, Status.ALL), 1).rows().stream()
                        .map(row -> row.answer().id())
                        .toList();
        assertThat(workspace.database().codings().draws(STUDY, QUESTION))
                .singleElement()
                .satisfies(draw -> assertThat(draw.answers()).containsExactlyElementsOf(before));

        Answer late = Answer.given(STUDY, SampleStudy.SECOND, QUESTION, new RespondentId("Z"), "Une confiance neuve");
        workspace
                .database()
                .answers()
                .saveRespondents(STUDY, List.of(new Respondent(late.respondent(), late.wave(), Map.of())));
        workspace.database().answers().save(List.of(late));
        List<AnswerId> after = new ListAnswers(workspace, search, live)
                .run(place(Way.CODE_FIRST, Order.RANDOM, Status.ALL), 1).rows().stream()
                        .map(row -> row.answer().id())
                        .toList();

        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after).last().isEqualTo(late.id());
        assertThat(workspace.database().codings().draws(STUDY, QUESTION)).hasSize(2);
    }

    @Test
    void undoAndRedoReachAcrossARestart() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId first = on(review.open(CODING, null));
        review.toggle(CODING, first, id("Écoute"));
        review.finish(CODING, first, Ending.TICKED);

        ReviewAnswers later = new ReviewAnswers(workspace, search, live);
        assertThat(on(later.undo(CODING, null))).isEqualTo(first);
        assertThat(stored(first).orElseThrow().finished()).isFalse();
        assertThat(ticked(later.undo(CODING, null))).isEmpty();
        assertThat(requireNonNull(later.undo(CODING, null).notice()).key()).isEqualTo("workflow.review.undone.nothing");
        later.redo(CODING, null);
        assertThat(requireNonNull(later.redo(CODING, null).shown()).finished()).isTrue();
    }

    @Test
    void anUnknownNameBecomesACodeOfTheNextCodebookVersion() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId first = on(review.open(CODING, null));

        ReviewScreen screen = review.create(CODING, first, "  Stage ");

        assertThat(ticked(screen)).containsExactly("Stage");
        assertThat(workspace.database().codebooks().current(STUDY, QUESTION).version())
                .isEqualTo(2);
        assertThat(workspace.database().codebooks().version(STUDY, QUESTION, 1).byName("Stage"))
                .isEmpty();
    }

    @Test
    void puttingOffWithLaterComesRoundAgain() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        ReviewScreen screen = review.open(CODING, null);
        Set<AnswerId> met = new HashSet<>();
        while (met.add(on(screen))) {
            screen = review.show(
                    CODING, requireNonNull(requireNonNull(screen.shown()).next()));
        }
        assertThat(met).hasSize(40);
    }

    @Test
    void queuesHoldWhatTheirFiltersSay() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        ReviewQueue found = new ReviewQueue(Order.SEARCH, null, SampleStudy.SECOND, Status.ALL, "ecoute CONSEILS");
        Place searching = new Place(STUDY, QUESTION, MARIE, found, Way.CODE_FIRST);
        // The seventh of eight texts, always in the first wave.
        assertThat(review.open(searching, null).remaining()).isZero();
        ReviewQueue everywhere = new ReviewQueue(Order.SEARCH, null, null, Status.ALL, "ecoute CONSEILS");
        assertThat(review.open(searching.with(everywhere), null).remaining()).isEqualTo(5);

        AnswerId first = on(review.open(CODING, null));
        review.finish(CODING, first, Ending.NONE);
        assertThat(review.open(place(Way.CODE_FIRST, Order.LIST, Status.FINISHED), null)
                        .remaining())
                .isEqualTo(1);
        assertThat(review.open(place(Way.CODE_FIRST, Order.LIST, Status.TO_DO), null)
                        .remaining())
                .isEqualTo(39);
    }

    @Test
    void identicalAnswersAreCountedWhateverTheirCaseAndPunctuation() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId soutien = workspace.database().answers().given(STUDY, QUESTION).stream()
                .filter(answer -> answer.text().equals("Soutien"))
                .map(Answer::id)
                .findFirst()
                .orElseThrow();
        // "Soutien" and "soutien !", five times each.
        assertThat(requireNonNull(review.show(CODING, soutien).shown()).alike()).isEqualTo(10);
    }

    @Test
    void lookingAtTheRespondentIsKept() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId first = on(review.open(CODING, null));

        assertThat(review.attributes(CODING, first)).containsEntry("section", "droit");
    }

    @Test
    void anAnswerOfAnotherStudyIsRefused() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);

        assertThatThrownBy(() -> review.finish(CODING, new AnswerId("0".repeat(32)), Ending.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Rechargez");
    }

    @Test
    void anActThatIsSentAgainIsDoneOnce() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AnswerId first = on(review.open(CODING, null));
        Place toggle = CODING.with(new SentAct("00000000-0000-4000-8000-000000000001", ""));
        Place finish = CODING.with(new SentAct("00000000-0000-4000-8000-000000000002", ""));
        Place undo = CODING.with(new SentAct("00000000-0000-4000-8000-000000000003", ""));

        review.toggle(toggle, first, id("Soutien"));
        assertThat(ticked(review.toggle(toggle, first, id("Soutien")))).containsExactly("Soutien");
        AnswerId next = on(review.finish(finish, first, Ending.TICKED));
        assertThat(on(review.finish(finish, first, Ending.TICKED))).isEqualTo(next);
        review.undo(undo, next);
        review.undo(undo, first);

        assertThat(stored(first).orElseThrow().finished()).isFalse();
        assertThat(stored(first).orElseThrow().applied()).containsExactly(id("Soutien"));
    }

    @Test
    void whatAnotherWindowDecidedIsNotOverwrittenUnseen() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        ReviewScreen shown = review.open(CODING, null);
        AnswerId first = on(shown);
        Place act = CODING.with(new SentAct("", state(shown)));
        review.toggle(CODING, first, id("Conseils"));

        assertThatThrownBy(() -> review.finish(act, first, Ending.NONE))
                .isInstanceOf(StaleException.class)
                .hasMessageContaining("autre fenêtre");

        assertThat(stored(first).orElseThrow().applied()).containsExactly(id("Conseils"));
        assertThat(stored(first).orElseThrow().finished()).isFalse();
        Place seen = CODING.with(new SentAct("", state(review.show(CODING, first))));
        review.finish(seen, first, Ending.TICKED);
        assertThat(stored(first).orElseThrow().finished()).isTrue();
    }

    private static String state(ReviewScreen screen) {
        return Objects.requireNonNull(screen.shown()).state();
    }
}

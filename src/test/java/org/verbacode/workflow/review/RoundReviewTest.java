package org.verbacode.workflow.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;
import static org.verbacode.workflow.SampleStudy.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw.Purpose;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Round;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.DrawRound;
import org.verbacode.workflow.coders.MeasureAgreement;
import org.verbacode.workflow.coders.PacketOrder;
import org.verbacode.workflow.coders.SampleSize;
import org.verbacode.workflow.exchange.ExportStudy;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.ReviewAnswers.Ending;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.review.ReviewQueue.Order;
import org.verbacode.workflow.review.ReviewQueue.Status;
import org.verbacode.workflow.search.SearchAnswers;

/** A round of double coding on the review screen: blind until both have finished. */
class RoundReviewTest {
    private static final CoderName ANNE = new CoderName("Anne");
    private static final CoderName BORIS = new CoderName("Boris");
    private static final int DRAWN = 6;

    @TempDir
    Path folder;

    private Workspace workspace;
    private SearchAnswers search;
    private LiveModels live;
    private ReviewAnswers review;
    private Round round;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        search = new SearchAnswers(workspace);
        live = new LiveModels(workspace, never -> {});
        SampleStudy.in(workspace, 40).suggested();
        review = new ReviewAnswers(workspace, search, live);
        round = new DrawRound(workspace)
                .run(new DrawRound.Request(
                        STUDY,
                        QUESTION,
                        new SampleSize(DRAWN, false),
                        Purpose.DOUBLE_CODING,
                        null,
                        List.of(ANNE, BORIS),
                        4L,
                        "essai"));
    }

    @AfterEach
    void close() {
        live.close();
        search.close();
        workspace.close();
    }

    private Place place(CoderName coder) {
        return new Place(STUDY, QUESTION, coder, ReviewQueue.of(round.id()), Way.VERIFY);
    }

    /** Codes the whole round with one code; the answers in the order in which they were shown. */
    private List<AnswerId> code(CoderName coder, String code) {
        List<AnswerId> seen = new ArrayList<>();
        ReviewScreen screen = review.open(place(coder), null);
        while (screen.shown() != null) {
            ReviewScreen.Shown shown = requireNonNull(screen.shown());
            assertThat(shown.blind()).isTrue();
            assertThat(shown.proposals()).isEmpty();
            assertThat(shown.ticked()).isEmpty();
            assertThat(shown.otherCoders()).isEmpty();
            seen.add(shown.answer().id());
            review.toggle(place(coder), shown.answer().id(), id(code));
            screen = review.finish(place(coder), shown.answer().id(), Ending.TICKED);
        }
        return seen;
    }

    @Test
    void eachCoderGoesThroughTheRoundBlindAndInAnOrderOfTheirOwn() {
        assertThat(code(ANNE, "Soutien")).isEqualTo(PacketOrder.of(round, ANNE));
        assertThat(code(BORIS, "Conseils"))
                .isEqualTo(PacketOrder.of(round, BORIS))
                .isNotEqualTo(PacketOrder.of(round, ANNE));

        assertThat(workspace.database().codings().ofQuestion(STUDY, QUESTION))
                .hasSize(2 * DRAWN)
                .allSatisfy(coding -> assertThat(coding.manner()).isEqualTo(Provenance.Manner.BLIND));
        assertThat(new MeasureAgreement(workspace)
                        .run(STUDY, QUESTION, List.of(), round)
                        .answers())
                .isEqualTo(DRAWN);
    }

    @Test
    void nothingOfTheRoundIsSeenBeforeBothHaveFinishedWhereverItIsLookedAt() {
        AnswerId first = PacketOrder.of(round, ANNE).get(0);
        code(ANNE, "Soutien");
        Place anywhere =
                new Place(STUDY, QUESTION, BORIS, new ReviewQueue(Order.LIST, null, null, Status.ALL, ""), Way.VERIFY);

        ReviewScreen.Shown before = requireNonNull(review.open(anywhere, first).shown());
        assertThat(before.proposals()).isEmpty();
        assertThat(before.otherCoders()).isEmpty();
        assertThat(review.material(anywhere, first).coded())
                .doesNotContainKeys(round.draw().answers().toArray(AnswerId[]::new));
        ReviewQueue byCode = new ReviewQueue(Order.BY_CODE, id("Soutien"), null, Status.ALL, "");
        assertThat(review.open(anywhere.with(byCode), null).remaining()).isEqualTo(40 - DRAWN);

        code(BORIS, "Conseils");

        ReviewScreen.Shown after = requireNonNull(review.open(anywhere, first).shown());
        assertThat(after.otherCoders()).containsExactly(ANNE);
        assertThat(after.proposals()).isNotEmpty();
    }

    @Test
    void theRoundsOfACoderAreListedWithWhatIsLeft() {
        assertThat(review.open(place(ANNE), null).rounds()).containsExactly(Map.entry(round, DRAWN));
        code(ANNE, "Soutien");
        assertThat(review.open(place(ANNE), null).rounds()).isEmpty();
        assertThatThrownBy(() -> review.open(place(new CoderName("Chloé")), null))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void anExportHoldsNoCodeOfTheRoundBeforeBothHaveFinished() throws IOException {
        code(ANNE, "Soutien");
        Path file = folder.resolve("answers.csv");

        ExportStudy.Written open = new ExportStudy(workspace).run(STUDY, QUESTION, ExportStudy.Format.CSV, file);
        assertThat(open.openRounds()).containsExactly("essai");
        assertThat(open.codings()).isZero();

        code(BORIS, "Conseils");
        ExportStudy.Written finished = new ExportStudy(workspace).run(STUDY, QUESTION, ExportStudy.Format.CSV, file);
        assertThat(finished.openRounds()).isEmpty();
        assertThat(finished.codings()).isPositive();
        assertThat(Files.readString(folder.resolve("answers-long.csv"))).contains("Anne", "Boris");
    }
}

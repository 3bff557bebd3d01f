package org.verbacode.workflow.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.study.Answer;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.search.SearchAnswers;

class WarmUpTest {
    @TempDir
    Path folder;

    @Test
    void itReadsWhatTheFirstScreenNeedsAndStoresNothing() {
        try (Workspace workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
                SearchAnswers search = new SearchAnswers(workspace);
                LiveModels live = new LiveModels(workspace, never -> {})) {
            CoderName nobody = new CoderName("nobody");
            SampleStudy.in(workspace, 24).coded(new CoderName("Marie"), 10).suggested();
            var question =
                    workspace.database().studies().question(STUDY, QUESTION).orElseThrow();
            var latest = workspace.database().codings().latest();

            Optional<Answer> first = new WarmUp(workspace, search, live).open(question);

            assertThat(workspace.database().codings().latest()).isEqualTo(latest);
            assertThat(workspace.database().suggestions().seen(STUDY, QUESTION, nobody))
                    .isEmpty();
            ReviewQueue queue = new ReviewQueue(ReviewQueue.Order.TO_CHECK, null, null, ReviewQueue.Status.TO_DO, "");
            ReviewScreen screen = new ReviewAnswers(workspace, search, live)
                    .open(new Place(STUDY, QUESTION, nobody, queue, Way.VERIFY), null);
            assertThat(first).contains(requireNonNull(screen.shown()).answer());
        }
    }
}

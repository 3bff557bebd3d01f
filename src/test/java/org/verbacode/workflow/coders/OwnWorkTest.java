package org.verbacode.workflow.coders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw.Purpose;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.coding.Round;
import org.verbacode.study.Answer;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.ReadCorrections.Correction;
import org.verbacode.workflow.coders.ReadCorrections.Corrections;
import org.verbacode.workflow.coders.ReplyToDoubts.Part;
import org.verbacode.workflow.coders.ShowOwnWork.OwnWork;

/** What a coder sees of their own work: corrections to read, and how far they have come. */
class OwnWorkTest {
    private static final CoderName ANNE = new CoderName("Anne");
    private static final CoderName BORIS = new CoderName("Boris");
    private static final SettleDifferences.Scope ALL = new SettleDifferences.Scope(STUDY, QUESTION, null);

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;
    private List<Answer> answers;
    private ReadCorrections corrections;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        sample = SampleStudy.in(workspace, 8);
        answers = workspace.database().answers().given(STUDY, QUESTION);
        corrections = new ReadCorrections(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void settle(int answer, String code) {
        new SettleDifferences(workspace).settle(ALL, answers.get(answer).id(), Set.of(SampleStudy.id(code)), ANNE, "");
    }

    private Corrections list() {
        return corrections.list(STUDY, QUESTION, BORIS);
    }

    private void read(Corrections shown) {
        corrections.markRead(STUDY, QUESTION, BORIS, shown.shown());
    }

    private static List<Answer> answers(List<Correction> corrections) {
        return corrections.stream().map(Correction::answer).toList();
    }

    @Test
    void whatIsNewOrChangedAfterReadingIsUnread() {
        assertThat(list().all()).isEmpty();
        for (int i = 0; i < 3; i++) {
            sample.code(BORIS, answers.get(i), List.of("Conseils"));
        }
        settle(0, "Soutien");
        settle(1, "Conseils");
        assertThat(list().unread()).singleElement().satisfies(correction -> {
            assertThat(correction.answer()).isEqualTo(answers.get(0));
            assertThat(correction.removed()).extracting(Code::name).containsExactly("Conseils");
            assertThat(correction.added()).extracting(Code::name).containsExactly("Soutien");
        });

        Corrections shown = list();
        settle(2, "Écoute");
        read(shown);
        assertThat(answers(list().read())).containsExactly(answers.get(0));
        assertThat(answers(list().unread()))
                .as("settled after the page was shown")
                .containsExactly(answers.get(2));
        assertThat(corrections.list(STUDY, QUESTION, ANNE).all()).isEmpty();

        read(list());
        assertThat(list().unread()).isEmpty();
        settle(0, "Écoute");
        assertThat(answers(list().unread())).as("agreed differently").containsExactly(answers.get(0));
        sample.code(BORIS, answers.get(1), List.of("Soutien"));
        assertThat(answers(list().unread())).as("coded differently").contains(answers.get(1));
    }

    @Test
    void theAgreedCodingOfAnAnswerInAnOpenRoundIsNotShown() {
        sample.code(BORIS, answers.get(0), List.of("Conseils"));
        settle(0, "Soutien");
        new DrawRound(workspace)
                .run(new DrawRound.Request(
                        STUDY,
                        QUESTION,
                        SampleSize.of("8"),
                        Purpose.DOUBLE_CODING,
                        null,
                        List.of(ANNE, new CoderName("Chloé")),
                        3L,
                        "essai"));

        assertThat(list().all()).isEmpty();
    }

    @Test
    void ownWorkIsCounted() {
        Round round = new DrawRound(workspace)
                .run(new DrawRound.Request(
                        STUDY,
                        QUESTION,
                        SampleSize.of("2"),
                        Purpose.DOUBLE_CODING,
                        null,
                        List.of(ANNE, BORIS),
                        3L,
                        "essai"));
        List<Answer> others = answers.stream()
                .filter(answer -> !round.draw().answers().contains(answer.id()))
                .toList();
        Answer drawn = workspace
                .database()
                .answers()
                .find(round.draw().answers().get(0))
                .orElseThrow();
        sample.code(BORIS, drawn, List.of("Conseils"));
        sample.code(BORIS, others.get(0), List.of("Conseils"));
        sample.code(ANNE, others.get(1), List.of("Conseils"));
        workspace.database().codings().note(others.get(0).id(), BORIS, "ambigu");
        workspace.database().codings().note(others.get(1).id(), ANNE, "de même");
        new ReplyToDoubts(workspace).reply(STUDY, others.get(0).id(), BORIS, ANNE, "plutôt Soutien");
        new SettleDifferences(workspace).settle(ALL, others.get(0).id(), Set.of(SampleStudy.id("Soutien")), ANNE, "");

        OwnWork own = own(BORIS);

        assertThat(own.work().answers()).isEqualTo(2);
        assertThat(own.work().of(Manner.BLIND)).isEqualTo(2);
        assertThat(own.doubts()).isEqualTo(Map.of(Part.OPEN, 0, Part.NOTES, 1, Part.UNREAD, 1));
        assertThat(own.corrections()).isEqualTo(1);
        assertThat(own.rounds()).singleElement().satisfies(progress -> assertThat(progress.finishedBy(BORIS))
                .isEqualTo(1));
        assertThat(own(new CoderName("Chloé")))
                .satisfies(none -> assertThat(none.work().answers()).isZero())
                .satisfies(none -> assertThat(none.rounds()).isEmpty());
    }

    private OwnWork own(CoderName coder) {
        ShowRound rounds = new ShowRound(workspace);
        return new ShowOwnWork(workspace)
                .run(
                        STUDY,
                        QUESTION,
                        coder,
                        new DescribeCoders(workspace).run(STUDY, QUESTION),
                        workspace.database().rounds().of(STUDY, QUESTION).stream()
                                .map(rounds::progress)
                                .toList());
    }
}

package org.verbacode.workflow.coders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.SECOND;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Draw.Purpose;
import org.verbacode.coding.FrozenLabels;
import org.verbacode.coding.Round;
import org.verbacode.coding.Suggestion;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.ApplyChange;
import org.verbacode.workflow.codebook.CodebookChange;
import org.verbacode.workflow.codebook.PlanChange;
import org.verbacode.workflow.coders.ShowRound.Description;
import org.verbacode.workflow.coders.ShowRound.Stratum;

class DrawRoundTest {
    private static final CoderName ANNE = new CoderName("Anne");
    private static final CoderName BORIS = new CoderName("Boris");
    private static final int ANSWERS = 40;

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        sample = SampleStudy.in(workspace, ANSWERS);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Round draw(
            String size, Purpose purpose, @Nullable WaveName wave, @Nullable Long seed, CoderName... coders) {
        return new DrawRound(workspace)
                .run(new DrawRound.Request(
                        STUDY, QUESTION, SampleSize.of(size), purpose, wave, List.of(coders), seed, null));
    }

    private Answer answer(AnswerId id) {
        return workspace.database().answers().find(id).orElseThrow();
    }

    @Test
    void theSameSeedDrawsTheSameAnswersAndAnotherDrawsOthers() {
        Round first = draw("10", Purpose.TRAINING, null, 5L);

        assertThat(draw("10", Purpose.TRAINING, null, 5L).draw().answers())
                .isEqualTo(first.draw().answers());
        assertThat(draw("10", Purpose.TRAINING, null, 6L).draw().answers())
                .isNotEqualTo(first.draw().answers());
    }

    @Test
    void aShareIsOfThePopulationOfTheWave() {
        Round round = draw("25 %", Purpose.TRAINING, SECOND, 5L);

        assertThat(round.draw().answers())
                .hasSize(ANSWERS / 2 / 4)
                .allSatisfy(id -> assertThat(answer(id).wave()).isEqualTo(SECOND));
    }

    @Test
    void doubleCodingDrawsWhatItsCodersHaveNotSeen() {
        sample.suggested().coded(ANNE, 10);
        List<Answer> answers = workspace.database().answers().given(STUDY, QUESTION);
        Answer seen = answers.stream()
                .filter(answer -> SampleStudy.number(answer) == 39)
                .findFirst()
                .orElseThrow();
        workspace.database().suggestions().see(seen.id(), BORIS, SampleStudy.MODEL);

        Round round = draw("29", Purpose.DOUBLE_CODING, null, null, ANNE, BORIS);

        assertThat(round.draw().answers())
                .doesNotContain(seen.id())
                .allSatisfy(id -> assertThat(SampleStudy.number(answer(id))).isGreaterThanOrEqualTo(10));
        assertThatThrownBy(() -> draw("30", Purpose.DOUBLE_CODING, null, null, ANNE, BORIS))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> draw("3", Purpose.DOUBLE_CODING, null, null, ANNE))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void anAuditFreezesWhatIsKnownAndTheLabelsOfTheRest() {
        sample.suggested().coded(ANNE, 10);

        Round round = draw("12", Purpose.AUDIT, null, 3L);
        // What is coded after the draw, outside of it, does not change the population.
        workspace.database().answers().given(STUDY, QUESTION).stream()
                .filter(answer -> !round.draw().answers().contains(answer.id()))
                .forEach(answer -> sample.code(BORIS, answer, List.of("Conseils")));
        Map<AnswerId, FrozenLabels> population = workspace.database().rounds().population(round.id());

        assertThat(population).hasSize(ANSWERS);
        assertThat(population.values().stream().filter(FrozenLabels::known)).hasSize(10);
        assertThat(population.values().stream().filter(labels -> !labels.known()))
                .allSatisfy(labels -> assertThat(labels.codes()).containsExactly(SampleStudy.id("Soutien")));
        assertThat(round.draw().answers()).hasSize(12).allSatisfy(id -> assertThat(SampleStudy.number(answer(id)))
                .isGreaterThanOrEqualTo(10));
    }

    @Test
    void theStrataOfACodeCountPopulationDrawCodedAndPositive() {
        sample.suggested();
        Round round = draw("12", Purpose.AUDIT, null, 3L, ANNE);
        List<AnswerId> drawn = round.draw().answers();
        sample.code(ANNE, answer(drawn.get(0)), List.of("Soutien"));
        sample.code(ANNE, answer(drawn.get(1)), List.of());

        Description shown = new ShowRound(workspace).run(round);

        assertThat(shown.population()).isEqualTo(ANSWERS);
        assertThat(shown.known()).isZero();
        assertThat(shown.coded()).isEqualTo(2);
        assertThat(strata(shown, "Soutien"))
                .containsExactly(new Stratum(false, 0, 0, 0, 0), new Stratum(true, ANSWERS, 12, 2, 1));
        assertThat(strata(shown, "Conseils"))
                .containsExactly(new Stratum(false, ANSWERS, 12, 2, 0), new Stratum(true, 0, 0, 0, 0));
        merge();
        assertThat(new ShowRound(workspace).run(round).codes())
                .as("a round keeps its codebook")
                .isEqualTo(shown.codes());
    }

    private void merge() {
        CodebookChange merge =
                new PlanChange(workspace, STUDY, QUESTION).merge(List.of("Conseils", "Soutien"), "Appui moral");
        new ApplyChange(workspace).run(merge, ANNE.value());
    }

    @Test
    void anAuditAfterAMergeFreezesWhatTheModelProposedForTheMergedCodes() {
        sample.suggested();
        merge();
        CodeId merged = workspace.database().codebooks().current(STUDY, QUESTION).codes().stream()
                .filter(code -> code.name().equals("Appui moral"))
                .findFirst()
                .orElseThrow()
                .id();

        Round round = draw("12", Purpose.AUDIT, null, 3L);

        assertThat(workspace.database().rounds().population(round.id()).values())
                .hasSize(ANSWERS)
                .allSatisfy(labels -> assertThat(labels.codes()).containsExactly(merged));
        assertThat(workspace
                        .database()
                        .suggestions()
                        .ofQuestion(STUDY, QUESTION)
                        .values())
                .allSatisfy(suggestions -> assertThat(suggestions)
                        .extracting(Suggestion::code, Suggestion::probability, Suggestion::proposed)
                        .containsExactly(tuple(merged, 0.9, true)));
        assertThat(workspace
                        .database()
                        .suggestions()
                        .ofQuestion(STUDY, QUESTION, 1)
                        .values())
                .as("under the codebook before")
                .allSatisfy(suggestions -> assertThat(suggestions)
                        .extracting(Suggestion::probability)
                        .containsExactly(0.9, 0.3));
    }

    private static List<Stratum> strata(Description shown, String code) {
        return shown.codes().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(code))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void codesAreHiddenUntilAllCodersHaveFinishedExceptFromWhoLeads() {
        CoderName lead = new CoderName("Claire");
        workspace.database().coders().save(STUDY, new Coder(lead, "C", Coder.Role.LEADS));
        Round round = draw("3", Purpose.DOUBLE_CODING, null, null, ANNE, BORIS);
        List<AnswerId> drawn = round.draw().answers();
        drawn.forEach(id -> sample.code(ANNE, answer(id), List.of()));
        OpenRounds open = OpenRounds.of(workspace, STUDY, QUESTION);

        assertThat(open.answers()).containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(open.hides(drawn.get(0), ANNE)).isTrue();
        assertThat(open.hides(drawn.get(0), new CoderName("someone"))).isTrue();
        assertThat(open.hides(drawn.get(0), lead)).isFalse();

        drawn.forEach(id -> sample.code(BORIS, answer(id), List.of()));

        OpenRounds finished = OpenRounds.of(workspace, STUDY, QUESTION);
        assertThat(finished.answers()).isEmpty();
        assertThat(finished.hides(drawn.get(0), ANNE)).isFalse();
    }

    @Test
    void whoLeadsCanEndARoundAndNobodyElse() {
        workspace.database().coders().save(STUDY, new Coder(ANNE, "A", Coder.Role.LEADS));
        Round round = draw("3", Purpose.DOUBLE_CODING, null, null, ANNE, BORIS);

        assertThatThrownBy(() -> new CloseRound(workspace).run(round, BORIS)).isInstanceOf(RefusedException.class);
        assertThat(OpenRounds.of(workspace, STUDY, QUESTION).answers()).hasSize(3);

        new CloseRound(workspace).run(round, ANNE);

        assertThat(OpenRounds.of(workspace, STUDY, QUESTION).answers()).isEmpty();
    }

    @Test
    void theSizeIsANumberOrAShare() {
        assertThat(SampleSize.of("40").of(100)).isEqualTo(40);
        assertThat(SampleSize.of("2,5 %").of(100)).isEqualTo(3);
        for (String wrong : List.of("0", "-3", "4.5", "101%", "all", "")) {
            assertThatThrownBy(() -> SampleSize.of(wrong)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void theWorkOfEachCoderIsCountedByManner() {
        sample.coded(ANNE, 10);
        workspace.database().coders().save(STUDY, new Coder(BORIS, "B", Coder.Role.LEADS));

        DescribeCoders.Team team = new DescribeCoders(workspace).run(STUDY, QUESTION);

        assertThat(team.coders())
                .extracting(
                        work -> work.person().name(),
                        DescribeCoders.Work::answers,
                        work -> work.of(org.verbacode.coding.Provenance.Manner.BLIND))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ANNE, 10, 10),
                        org.assertj.core.groups.Tuple.tuple(BORIS, 0, 0));
        assertThat(team.agreed()).isZero();
        assertThat(workspace.database().codings().ofQuestion(STUDY, QUESTION))
                .extracting(Coding::coder)
                .containsOnly(ANNE);
    }
}

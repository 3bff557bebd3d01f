package org.verbacode.workflow.coders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Draw.Purpose;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.coding.Round;
import org.verbacode.results.agreement.CodeAgreement;
import org.verbacode.results.agreement.Contingency;
import org.verbacode.store.Codings;
import org.verbacode.study.Answer;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.MeasureAgreement.Agreement;

class MeasureAgreementTest {
    private static final CoderName ANNE = new CoderName("Anne");
    private static final CoderName BORIS = new CoderName("Boris");
    private static final CoderName CHLOE = new CoderName("Chloé");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;
    private List<Answer> answers;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        sample = SampleStudy.in(workspace, 24);
        answers = workspace.database().answers().given(STUDY, QUESTION);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Agreement measure(CoderName... coders) {
        return new MeasureAgreement(workspace).run(STUDY, QUESTION, List.of(coders), null);
    }

    private static Contingency table(Agreement agreement, String code) {
        return of(agreement, code).table().orElseThrow();
    }

    private static CodeAgreement of(Agreement agreement, String code) {
        return agreement.codes().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(code))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void decide(
            CoderName coder, Answer answer, Map<CodeId, Verdict> verdicts, boolean finished, Manner manner) {
        workspace
                .database()
                .codings()
                .store(
                        new Codings.Assignment(STUDY, QUESTION, coder),
                        List.of(new Codings.Statement(
                                answer.id(),
                                verdicts,
                                finished ? Boolean.TRUE : null,
                                false,
                                new Provenance(
                                        workspace.clock().instant(),
                                        1,
                                        manner,
                                        manner == Manner.ASSISTED ? SampleStudy.MODEL : null,
                                        Provenance.Shown.RANDOM))));
    }

    @Test
    void twoCodersAreComparedOnTheAnswersThatBothFinished() {
        for (int i = 0; i < 10; i++) {
            sample.code(ANNE, answers.get(i), i < 4 ? List.of("Soutien") : List.of());
        }
        for (int i = 2; i < 12; i++) {
            sample.code(BORIS, answers.get(i), i < 5 ? List.of("Soutien") : List.of());
        }
        decide(BORIS, answers.get(0), Map.of(SampleStudy.id("Soutien"), Verdict.APPLIES), false, Manner.BLIND);

        Agreement agreement = measure();

        assertThat(agreement.coders()).containsExactly(ANNE, BORIS);
        assertThat(agreement.answers()).isEqualTo(8);
        assertThat(table(agreement, "Soutien")).isEqualTo(new Contingency(2, 0, 1, 5));
        assertThat(agreement.microF1().getAsDouble()).isEqualTo(0.8);
        assertThat(agreement.differences())
                .extracting(difference -> difference.answer().id())
                .containsExactly(answers.get(4).id());
        assertThat(of(agreement, "Soutien").interval())
                .as("three uses give no interval")
                .isEmpty();
        assertThat(of(agreement, "Conseils").alpha()).isEmpty();
    }

    @Test
    void whatWasRevisedAfterSuggestionsIsComparedAsItWasDecidedBlind() {
        for (CoderName coder : List.of(ANNE, BORIS)) {
            sample.code(coder, answers.get(0), List.of("Soutien"));
        }
        decide(ANNE, answers.get(0), Map.of(SampleStudy.id("Soutien"), Verdict.DOES_NOT_APPLY), true, Manner.ASSISTED);
        decide(ANNE, answers.get(1), Map.of(), true, Manner.ASSISTED);
        sample.code(BORIS, answers.get(1), List.of());

        Agreement agreement = measure();

        assertThat(agreement.answers()).isEqualTo(1);
        assertThat(table(agreement, "Soutien")).isEqualTo(new Contingency(1, 0, 0, 0));
    }

    @Test
    void aCodeThatOneCoderDidNotConsiderIsNotComparedOnThatAnswer() {
        sample.code(ANNE, answers.get(0), List.of());
        List<Code> codes = new java.util.ArrayList<>(
                workspace.database().codebooks().current(STUDY, QUESTION).codes());
        codes.add(Code.named(SampleStudy.id("Nouveau"), "Nouveau"));
        workspace.database().codebooks().save(STUDY, QUESTION, codes);
        decide(BORIS, answers.get(0), Map.of(SampleStudy.id("Nouveau"), Verdict.APPLIES), true, Manner.BLIND);

        Agreement agreement = measure();

        assertThat(agreement.answers()).isEqualTo(1);
        assertThat(of(agreement, "Nouveau").answers()).isZero();
        assertThat(of(agreement, "Soutien").answers()).isEqualTo(1);
    }

    @Test
    void importedCodingsAreComparedOnlyWhenNamed() {
        sample.code(ANNE, answers.get(0), List.of("Soutien"));
        decide(BORIS, answers.get(0), Map.of(SampleStudy.id("Soutien"), Verdict.APPLIES), true, Manner.IMPORTED);

        assertThatThrownBy(this::measure).isInstanceOf(RefusedException.class);
        assertThat(measure(ANNE, BORIS).imported()).isTrue();
        assertThat(measure(ANNE, BORIS).answers()).isEqualTo(1);
        assertThatThrownBy(() -> measure(ANNE, CHLOE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Chloé");
    }

    @Test
    void threeCodersHaveAlphaAndFleissInsteadOfATable() {
        Map<CoderName, Integer> uses = new LinkedHashMap<>();
        uses.put(ANNE, 4);
        uses.put(BORIS, 5);
        uses.put(CHLOE, 6);
        uses.forEach((coder, number) -> {
            for (int i = 0; i < 12; i++) {
                sample.code(coder, answers.get(i), i < number ? List.of("Soutien") : List.of());
            }
        });

        Agreement agreement = measure();

        assertThat(agreement.microF1()).isEmpty();
        assertThat(of(agreement, "Soutien").table()).isEmpty();
        assertThat(of(agreement, "Soutien").alpha().getAsDouble()).isBetween(0.7, 0.85);
        assertThat(of(agreement, "Soutien").fleiss().getAsDouble()).isBetween(0.7, 0.85);
    }

    @Test
    void aRoundIsComparedOnceAllHaveFinishedIt() {
        Round round = new DrawRound(workspace)
                .run(new DrawRound.Request(
                        STUDY,
                        QUESTION,
                        SampleSize.of("5"),
                        Purpose.DOUBLE_CODING,
                        null,
                        List.of(BORIS, ANNE),
                        1L,
                        "essai"));
        round.draw().answers().forEach(id -> sample.code(ANNE, find(id.value()), List.of()));
        assertThat(new MeasureAgreement(workspace)
                        .run(STUDY, QUESTION, List.of(), round)
                        .answers())
                .isZero();

        // Others who have coded answers of the round can be compared, but nobody sees how before it is finished.
        round.draw().answers().forEach(id -> sample.code(CHLOE, find(id.value()), List.of("Soutien")));
        CoderName david = new CoderName("David");
        round.draw().answers().forEach(id -> sample.code(david, find(id.value()), List.of()));
        assertThat(measure(CHLOE, david).answers()).isEqualTo(5);
        assertThat(measure(CHLOE, david).differences()).isEmpty();

        round.draw().answers().forEach(id -> sample.code(BORIS, find(id.value()), List.of("Soutien")));
        Agreement agreement = new MeasureAgreement(workspace).run(STUDY, QUESTION, List.of(), round);

        assertThat(agreement.coders()).containsExactly(BORIS, ANNE);
        assertThat(table(agreement, "Soutien")).isEqualTo(new Contingency(0, 5, 0, 0));
    }

    private Answer find(String id) {
        return answers.stream()
                .filter(answer -> answer.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

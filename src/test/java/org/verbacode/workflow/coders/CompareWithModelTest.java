package org.verbacode.workflow.coders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw.Purpose;
import org.verbacode.coding.Round;
import org.verbacode.coding.Suggestion;
import org.verbacode.results.agreement.Contingency;
import org.verbacode.study.Answer;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.ApplyChange;
import org.verbacode.workflow.codebook.CodebookChange;
import org.verbacode.workflow.codebook.PlanChange;
import org.verbacode.workflow.coders.CompareWithModel.WithModel;
import org.verbacode.workflow.model.SuggestCodes;

class CompareWithModelTest {
    private static final CoderName ANNE = new CoderName("Anne");
    private static final CoderName BORIS = new CoderName("Boris");
    private static final int CODED = 24;
    private static final int ANSWERS = 40;

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;
    private List<Answer> answers;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        sample = SampleStudy.in(workspace, ANSWERS).coded(ANNE, CODED);
        answers = workspace.database().answers().given(STUDY, QUESTION);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void train() {
        sample.train();
        new SuggestCodes(workspace)
                .run(new SuggestCodes.Request(STUDY, QUESTION, Optional.empty(), Optional.empty()), Progress.NONE);
    }

    private WithModel compare(@Nullable CoderName person, @Nullable Round round) {
        return new CompareWithModel(workspace).run(STUDY, QUESTION, person, round);
    }

    private Answer number(int number) {
        return answers.stream()
                .filter(answer -> SampleStudy.number(answer) == number)
                .findFirst()
                .orElseThrow();
    }

    private Set<CodeId> proposed(Answer answer) {
        return workspace.database().suggestions().of(answer.id()).stream()
                .filter(Suggestion::proposed)
                .map(Suggestion::code)
                .collect(Collectors.toSet());
    }

    private static Contingency soutien(WithModel with) {
        return with.agreement().codes().entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(SampleStudy.id("Soutien")))
                .findFirst()
                .orElseThrow()
                .getValue()
                .table()
                .orElseThrow();
    }

    @Test
    void onlyAnswersThatTheModelHasNotLearnedFromAreCompared() {
        train();
        assertThat(compare(null, null).agreement().answers()).isZero();
        assertThat(compare(null, null).leftOut()).isEqualTo(CODED);

        // Anne never gives Soutien from now on, Boris always does.
        for (int i = CODED; i < CODED + 8; i++) {
            sample.code(ANNE, number(i), List.of());
            sample.code(BORIS, number(i), List.of("Soutien"));
        }
        int given = (int) IntStream.range(CODED, CODED + 8)
                .filter(i -> proposed(number(i)).contains(SampleStudy.id("Soutien")))
                .count();
        assertThat(given).isBetween(1, 7);

        WithModel anne = compare(ANNE, null);
        assertThat(anne.agreement().answers()).isEqualTo(8);
        assertThat(anne.leftOut()).isEqualTo(CODED);
        assertThat(soutien(anne)).isEqualTo(new Contingency(0, 0, given, 8 - given));
        assertThat(soutien(compare(BORIS, null))).isEqualTo(new Contingency(given, 8 - given, 0, 0));
        assertThat(anne.agreement().differences()).hasSizeGreaterThanOrEqualTo(given);
    }

    @Test
    void theReferenceCoderCountsAndTheAgreedCodingBeforeAll() {
        train();
        sample.code(ANNE, number(CODED), List.of());
        sample.code(BORIS, number(CODED), List.of("Soutien"));
        Answer answer = number(CODED);
        boolean given = proposed(answer).contains(SampleStudy.id("Soutien"));

        workspace.database().studies().setReferenceCoder(STUDY, QUESTION, BORIS);
        assertThat(soutien(compare(null, null)).uses()).isEqualTo(1);
        sample.code(CoderName.AGREED, answer, List.of());
        assertThat(soutien(compare(null, null))).isEqualTo(new Contingency(0, 0, given ? 1 : 0, given ? 0 : 1));
    }

    @Test
    void aRoundIsComparedWithWhatTheModelProposedWhenItWasDrawn() {
        train();
        Round round = new DrawRound(workspace)
                .run(new DrawRound.Request(
                        STUDY, QUESTION, SampleSize.of("8"), Purpose.AUDIT, null, List.of(BORIS), 1L, "audit"));
        List<Answer> drawn = round.draw().answers().stream()
                .map(id -> workspace.database().answers().find(id).orElseThrow())
                .toList();
        int given = (int) drawn.stream()
                .filter(answer -> proposed(answer).contains(SampleStudy.id("Soutien")))
                .count();
        assertThat(given).isPositive();
        int either = (int) drawn.stream()
                .filter(answer -> proposed(answer).contains(SampleStudy.id("Soutien"))
                        || proposed(answer).contains(SampleStudy.id("Écoute")))
                .count();
        drawn.subList(1, drawn.size()).forEach(answer -> sample.code(BORIS, answer, List.of()));
        assertThat(compare(null, round).agreement().answers())
                .as("the round is open")
                .isZero();
        sample.code(BORIS, drawn.get(0), List.of());
        train();

        WithModel with = compare(null, round);

        assertThat(with.model()).isEqualTo(round.model());
        assertThat(soutien(with)).isEqualTo(new Contingency(0, 0, given, 8 - given));
        assertThat(compare(null, null).agreement().answers())
                .as("the new model has learned from them")
                .isZero();
        merge("Soutien", "Écoute");
        assertThat(merged(compare(null, round))).isEqualTo(new Contingency(0, 0, either, 8 - either));
    }

    @Test
    void whatTheModelProposedForMergedCodesIsComparedUnderTheCodeThatTheyBecame() {
        train();
        for (int i = CODED; i < CODED + 8; i++) {
            sample.code(ANNE, number(i), List.of());
        }
        int either = (int) IntStream.range(CODED, CODED + 8)
                .filter(i -> proposed(number(i)).contains(SampleStudy.id("Soutien"))
                        || proposed(number(i)).contains(SampleStudy.id("Écoute")))
                .count();
        assertThat(either).isPositive();
        merge("Soutien", "Écoute");

        assertThat(merged(compare(ANNE, null))).isEqualTo(new Contingency(0, 0, either, 8 - either));
    }

    private void merge(String... codes) {
        CodebookChange merge = new PlanChange(workspace, STUDY, QUESTION).merge(List.of(codes), "Appui moral");
        new ApplyChange(workspace).run(merge, ANNE.value());
    }

    private static Contingency merged(WithModel with) {
        return with.agreement().codes().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("Appui moral"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .table()
                .orElseThrow();
    }

    @Test
    void aPersonMayBearTheNameOfTheModel() {
        train();
        CoderName namesake = new CoderName(
                workspace.database().studies().currentModel(STUDY, QUESTION).orElseThrow());
        sample.code(namesake, number(CODED), List.of("Écoute"));

        assertThat(compare(namesake, null).agreement().differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.codes()).hasSize(2));
    }

    @Test
    void withoutModelOrBlindCodingItSaysSo() {
        assertThatThrownBy(() -> compare(null, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("apports");
        train();
        assertThatThrownBy(() -> compare(BORIS, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boris");
    }
}

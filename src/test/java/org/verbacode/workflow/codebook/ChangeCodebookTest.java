package org.verbacode.workflow.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Provenance;
import org.verbacode.exchange.coding.CodebookFile;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.store.Codings;
import org.verbacode.study.Answer;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

class ChangeCodebookTest {
    private static final CoderName ANNE = new CoderName("Anne");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;
    private List<Answer> answers;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        sample = SampleStudy.in(workspace, 10);
        answers = workspace.database().answers().given(STUDY, QUESTION);
        sample.code(ANNE, answers.get(0), List.of("Soutien"));
        sample.code(ANNE, answers.get(1), List.of("Conseils"));
        sample.code(ANNE, answers.get(2), List.of("Soutien", "Conseils"));
        sample.code(ANNE, answers.get(3), List.of("Écoute"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private PlanChange plan() {
        return new PlanChange(workspace, STUDY, QUESTION);
    }

    private PlanReturn back() {
        return new PlanReturn(workspace, STUDY, QUESTION);
    }

    private Codebook apply(CodebookChange change) {
        return new ApplyChange(workspace).run(change, "Anne");
    }

    private Codebook codebook() {
        return workspace.database().codebooks().current(STUDY, QUESTION);
    }

    private CodeId id(String name) {
        return codebook().byName(name).orElseThrow().id();
    }

    private int uses(String name) {
        return new CodeUse(workspace).of(STUDY, QUESTION).of(id(name));
    }

    private Coding coding(int answer) {
        return workspace.database().codings().of(answers.get(answer).id(), ANNE).orElseThrow();
    }

    @Test
    void aMergeCountsTheAnswersThatBearEitherAndItsUndoGivesTheOldCounts() {
        CodebookChange merge = plan().merge(List.of("Soutien", "Conseils"), "Appui");

        assertThat(merge.preview().get(0).in(Locale.ENGLISH))
                .isEqualTo("Soutien + Conseils become “Appui”: 3 codings, 1 answer had several.");
        apply(merge);
        assertThat(codebook().codes()).extracting(Code::name).containsExactly("Appui", "Écoute");
        assertThat(uses("Appui")).isEqualTo(3);
        assertThat(coding(3).considered()).containsEntry(id("Appui"), false);

        apply(back().restore("Soutien"));
        assertThat(codebook().codes()).extracting(Code::name).containsExactly("Soutien", "Conseils", "Écoute");
        assertThat(uses("Soutien")).isEqualTo(2);
        assertThat(uses("Conseils")).isEqualTo(2);
    }

    @Test
    void codingsCountUnderAnyVersion() {
        apply(plan().merge(List.of("Soutien", "Conseils"), "Appui"));
        CodeId appui = id("Appui");
        sample.code(ANNE, answers.get(4), List.of());
        workspace
                .database()
                .codings()
                .store(
                        new Codings.Assignment(STUDY, QUESTION, ANNE),
                        List.of(new Codings.Statement(
                                answers.get(4).id(), Map.of(appui, Verdict.APPLIES), true, false, provenance())));

        assertThat(workspace.database().codings().counting(STUDY, QUESTION, 1))
                .filteredOn(coding -> coding.applied().contains(SampleStudy.id("Soutien")))
                .hasSize(2);
        assertThat(workspace.database().codings().counting(STUDY, QUESTION, 2))
                .filteredOn(coding -> coding.applied().contains(appui))
                .hasSize(4);
    }

    private Provenance provenance() {
        return new Provenance(
                workspace.clock().instant(),
                codebook().version(),
                Provenance.Manner.BLIND,
                null,
                Provenance.Shown.RANDOM);
    }

    @Test
    void finishingAgainAfterAMergeKeepsWhatWasCodedBefore() {
        apply(plan().merge(List.of("Soutien", "Conseils"), "Appui"));
        workspace
                .database()
                .codings()
                .store(
                        new Codings.Assignment(STUDY, QUESTION, ANNE),
                        List.of(new Codings.Statement(answers.get(0).id(), Map.of(), true, true, provenance())));

        assertThat(coding(0).applied()).containsExactly(id("Appui"));
    }

    @Test
    void theAnswersOfASplitCodeAreToBeCodedAgain() {
        apply(plan().split("Soutien", List.of("Soutien moral", "Soutien scolaire")));

        assertThat(coding(0).considered())
                .doesNotContainKeys(id("Soutien moral"), id("Soutien scolaire"))
                .containsEntry(id("Conseils"), false);
        assertThat(coding(1).considered()).containsEntry(id("Soutien moral"), false);
        assertThat(new CodeUse(workspace).notConsidered(STUDY, QUESTION, id("Soutien moral")))
                .extracting(Answer::id)
                .containsExactlyInAnyOrder(answers.get(0).id(), answers.get(2).id());
    }

    @Test
    void aChangeWithWhichSomethingWasCodedIsNotUndone() {
        apply(plan().merge(List.of("Soutien", "Conseils"), "Appui"));
        workspace
                .database()
                .codings()
                .store(
                        new Codings.Assignment(STUDY, QUESTION, ANNE),
                        List.of(new Codings.Statement(
                                answers.get(5).id(), Map.of(id("Appui"), Verdict.APPLIES), null, false, provenance())));

        assertThatThrownBy(() -> back().undo()).isInstanceOf(RefusedException.class);
    }

    @Test
    void aRetiredCodeLeavesTheCountsAndComesBackWithItsCodings() {
        apply(plan().retire("Soutien"));
        assertThat(coding(0).applied()).isEmpty();
        apply(plan().rename("Conseils", "Avis"));

        apply(back().restore("Soutien"));

        assertThat(uses("Soutien")).isEqualTo(2);
        assertThat(uses("Avis")).isEqualTo(2);
        assertThat(codebook().codes().get(0).name())
                .as("at the end of its theme")
                .isEqualTo("Avis");
    }

    @Test
    void aMergeThatOtherChangesFollowedIsNotRestoredByName() {
        apply(plan().merge(List.of("Soutien", "Conseils"), "Appui"));
        apply(plan().rename("Écoute", "Attention"));

        assertThatThrownBy(() -> back().restore("Soutien")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> back().restore("Jamais vu")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> back().restore("Attention")).isInstanceOf(RefusedException.class);
    }

    @Test
    void aCodeMovesWithinItsThemeAndToAnother() {
        apply(plan().move("Écoute", null, "Soutien"));
        assertThat(codebook().codes()).extracting(Code::name).containsExactly("Écoute", "Soutien", "Conseils");
        apply(plan().move("Écoute", "Expertise", null));
        assertThat(codebook().byName("Écoute").orElseThrow().theme()).isEqualTo("Expertise");
        assertThat(codebook().codes()).extracting(Code::name).containsExactly("Soutien", "Conseils", "Écoute");
    }

    @Test
    void everyVersionHasItsAuthorAndItsDifferencesInWords() {
        apply(plan().merge(List.of("Soutien", "Conseils"), "Appui"));
        apply(plan().rename("Écoute", "Attention"));
        apply(plan().split("Appui", List.of("A", "B")));
        apply(back().undo());
        apply(plan().retire("Appui"));

        List<CodebookHistory.Step> steps = new CodebookHistory(workspace).of(STUDY, QUESTION);

        assertThat(steps)
                .extracting(CodebookHistory.Step::author)
                .containsExactly("", "Anne", "Anne", "Anne", "Anne", "Anne");
        assertThat(steps)
                .extracting(step -> step.changes().get(0).in(Locale.ENGLISH))
                .containsExactly(
                        "3 codes added: Soutien, Conseils, Écoute",
                        "Soutien + Conseils merged into “Appui”",
                        "“Écoute” renamed “Attention”",
                        "“Appui” split into A + B",
                        "Version 4 undone",
                        "“Appui” retired");
    }

    @Test
    void aChangeThatWasPlannedOnAnotherVersionIsRefused() {
        CodebookChange retire = plan().retire("Soutien");
        apply(plan().rename("Conseils", "Avis"));

        assertThatThrownBy(() -> apply(retire)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> plan().rename("Avis", "Écoute")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> plan().merge(List.of("Avis", "Avis"), "X")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> plan().merge(List.of("Avis", "Soutien"), "Écoute"))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> plan().split("Avis", List.of("X", " X "))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> plan().retire("nothing")).isInstanceOf(RefusedException.class);
    }

    @Test
    void anExportedCodebookIsImportedUnchanged() {
        Codebook before = codebook();
        Path file = folder.resolve("codes.csv");
        assertThat(new ExportCodebook(workspace).run(STUDY, QUESTION, null, file))
                .isEqualTo(3);

        CodebookChange change = plan().replace(CodebookFile.read(file, STUDY, QUESTION, ReadOptions.FIND_OUT)
                .codes());

        assertThat(apply(change)).isEqualTo(before);
        assertThat(plan().replace(before.codes().subList(0, 2)).preview())
                .as("a missing code is retired, and the preview says so")
                .hasSize(2);
    }
}

package org.verbacode.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Draw;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Suggestion;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.Respondent;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/** The behaviour of the store on any database. */
abstract class StoreContract {
    static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final StudyName STUDY = new StudyName("étude");
    static final QuestionName QUESTION = new QuestionName("apports");
    static final WaveName WAVE = new WaveName("2019-2020");
    static final CoderName ANNA = new CoderName("Anna");
    static final CoderName BRUNO = new CoderName("Bruno");
    static final Code HELP = Code.named(CodeId.of(STUDY, QUESTION, "Aide"), "Aide");
    static final Code LISTENING = Code.named(CodeId.of(STUDY, QUESTION, "Écoute"), "Écoute");
    static final Provenance BLIND = new Provenance(NOW, 1, Provenance.Manner.BLIND, null, Provenance.Shown.RANDOM);

    Database database;
    AnswerId answer;

    abstract Database open();

    @BeforeEach
    void aStudyWithOneAnswerAndTwoCodes() {
        database = open();
        database.studies().create(STUDY);
        database.studies().addWave(STUDY, WAVE);
        database.studies().save(new Question(STUDY, QUESTION, Map.of(WAVE, "Qu’est-ce que… ?")));
        answer = give("P1", "de l’aide 🙂").id();
        database.codebooks().save(STUDY, QUESTION, List.of(HELP, LISTENING));
    }

    @AfterEach
    void close() {
        database.studies().delete(STUDY);
        database.close();
    }

    Answer give(String respondent, String text) {
        RespondentId id = new RespondentId(respondent);
        database.answers().saveRespondents(STUDY, List.of(new Respondent(id, WAVE, Map.of("section", "Droit"))));
        Answer given = Answer.given(STUDY, WAVE, QUESTION, id, text);
        database.answers().save(List.of(given));
        return given;
    }

    static Codings.Assignment assignment(CoderName coder) {
        return new Codings.Assignment(STUDY, QUESTION, coder);
    }

    void say(CoderName coder, Code code, Verdict verdict) {
        database.codings()
                .store(
                        assignment(coder),
                        List.of(new Codings.Statement(answer, Map.of(code.id(), verdict), null, false, BLIND)));
    }

    void finish(CoderName coder, boolean doubt) {
        Provenance now = new Provenance(
                NOW,
                database.codebooks().current(STUDY, QUESTION).version(),
                Provenance.Manner.BLIND,
                null,
                Provenance.Shown.RANDOM);
        database.codings().store(assignment(coder), List.of(new Codings.Statement(answer, Map.of(), true, doubt, now)));
    }

    Coding coding(CoderName coder) {
        return database.codings().of(answer, coder).orElseThrow();
    }

    @Test
    void anAnswerComesBackAsItWasWritten() {
        assertThat(database.answers().given(STUDY, QUESTION))
                .singleElement()
                .satisfies(found -> assertThat(found.text()).isEqualTo("de l’aide 🙂"));
        assertThat(database.answers().respondents(STUDY))
                .containsExactly(new Respondent(new RespondentId("P1"), WAVE, Map.of("section", "Droit")));
    }

    @Test
    void theSameTextIsUnchangedAndAnotherOneWaitsForConfirmation() {
        Answer same = Answer.given(STUDY, WAVE, QUESTION, new RespondentId("P1"), "de l’aide 🙂");
        Answer other = Answer.given(STUDY, WAVE, QUESTION, new RespondentId("P1"), "rien");

        assertThat(database.answers().save(List.of(same))).containsExactly(Answers.Outcome.UNCHANGED);
        assertThat(database.answers().save(List.of(other))).containsExactly(Answers.Outcome.CHANGED);
        assertThat(database.answers().save(List.of(other))).containsExactly(Answers.Outcome.CHANGED);
        assertThat(database.answers().find(answer).orElseThrow().text()).isEqualTo("de l’aide 🙂");
        assertThat(database.answers().changes(STUDY)).singleElement().satisfies(change -> assertThat(change.newText())
                .isEqualTo("rien"));

        database.answers().accept(answer, 2);

        assertThat(database.answers().find(answer).orElseThrow().text()).isEqualTo("rien");
        assertThat(database.answers().changes(STUDY)).isEmpty();
    }

    @Test
    void aBlankAnswerCanBeReplacedByAGivenOneButNotTheReverse() {
        Answer blank = Answer.without(Answer.Status.BLANK, STUDY, WAVE, QUESTION, new RespondentId("P2"));
        database.answers().saveRespondents(STUDY, List.of(new Respondent(blank.respondent(), WAVE, Map.of())));
        database.answers().save(List.of(blank));
        assertThat(database.answers().find(blank.id()).orElseThrow().status()).isEqualTo(Answer.Status.BLANK);

        give("P2", "enfin");
        assertThat(database.answers().save(List.of(blank))).containsExactly(Answers.Outcome.UNCHANGED);

        assertThat(database.answers().find(blank.id()).orElseThrow().text()).isEqualTo("enfin");
    }

    @Test
    void anAppliedCodeLeavesTheOthersUnconsideredUntilTheAnswerIsFinished() {
        say(ANNA, HELP, Verdict.APPLIES);
        assertThat(coding(ANNA).considered()).containsOnly(Map.entry(HELP.id(), true));
        assertThat(coding(ANNA).finished()).isFalse();

        finish(ANNA, true);

        assertThat(coding(ANNA).considered())
                .containsOnly(Map.entry(HELP.id(), true), Map.entry(LISTENING.id(), false));
        assertThat(coding(ANNA).finished()).isTrue();
        assertThat(coding(ANNA).doubt()).isTrue();
    }

    @Test
    void aFinishedAnswerWithoutDecisionsHasNoCodes() {
        finish(ANNA, false);

        assertThat(coding(ANNA).applied()).isEmpty();
        assertThat(coding(ANNA).considered()).hasSize(2);
    }

    @Test
    void aNewCodeIsNotConsideredOnAnswersFinishedBefore() {
        finish(ANNA, false);
        Code fresh = Code.named(CodeId.of(STUDY, QUESTION, "Prof"), "Prof");
        Codebook second = database.codebooks().save(STUDY, QUESTION, List.of(HELP, LISTENING, fresh));

        assertThat(second.version()).isEqualTo(2);
        assertThat(coding(ANNA).considered()).doesNotContainKey(fresh.id());
    }

    @Test
    void savingTheSameCodesMakesNoNewVersion() {
        assertThat(database.codebooks()
                        .save(STUDY, QUESTION, List.of(HELP, LISTENING))
                        .version())
                .isEqualTo(1);
        assertThat(database.codebooks().version(STUDY, QUESTION, 1).codes()).containsExactly(HELP, LISTENING);
        assertThat(database.codebooks()
                        .current(STUDY, new QuestionName("autre"))
                        .version())
                .isZero();
    }

    @Test
    void undoAndRedoStepThroughAllActsOfTheCoder() {
        say(ANNA, HELP, Verdict.APPLIES);
        say(ANNA, HELP, Verdict.DOES_NOT_APPLY);
        finish(ANNA, false);

        assertThat(database.codings().undo(assignment(ANNA))).containsExactly(answer);
        assertThat(coding(ANNA).finished()).isFalse();
        assertThat(coding(ANNA).considered()).containsOnly(Map.entry(HELP.id(), false));
        database.codings().undo(assignment(ANNA));
        assertThat(coding(ANNA).considered()).containsOnly(Map.entry(HELP.id(), true));
        database.codings().undo(assignment(ANNA));
        assertThat(database.codings().of(answer, ANNA)).isEmpty();
        assertThat(database.codings().undo(assignment(ANNA))).isEmpty();

        assertThat(database.codings().redo(assignment(ANNA))).containsExactly(answer);
        assertThat(coding(ANNA).considered()).containsOnly(Map.entry(HELP.id(), true));
        database.codings().redo(assignment(ANNA));
        database.codings().redo(assignment(ANNA));
        assertThat(coding(ANNA).finished()).isTrue();
        assertThat(coding(ANNA).applied()).isEmpty();
        assertThat(database.codings().redo(assignment(ANNA))).isEmpty();
        // Nothing was overwritten: three acts, three undone, three redone.
        assertThat(database.codings().decisions(answer)).hasSize(6);
        assertThat(database.codings().finishes(answer)).hasSize(3);
    }

    @Test
    void aNewActClearsTheRedoStack() {
        say(ANNA, HELP, Verdict.APPLIES);
        database.codings().undo(assignment(ANNA));
        say(ANNA, LISTENING, Verdict.APPLIES);

        assertThat(database.codings().redo(assignment(ANNA))).isEmpty();
        database.codings().undo(assignment(ANNA));
        assertThat(database.codings().of(answer, ANNA)).isEmpty();
        database.codings().redo(assignment(ANNA));
        assertThat(coding(ANNA).applied()).containsExactly(LISTENING.id());
    }

    @Test
    void undoAffectsOnlyTheCodersOwnActs() {
        say(ANNA, HELP, Verdict.APPLIES);
        say(BRUNO, LISTENING, Verdict.APPLIES);

        database.codings().undo(assignment(ANNA));

        assertThat(coding(BRUNO).applied()).containsExactly(LISTENING.id());
        assertThat(database.codings().of(answer, ANNA)).isEmpty();
    }

    @Test
    void theAgreedCodingHasPrecedenceOverTheReferenceCodersAndThatOverTheLatest() {
        say(ANNA, HELP, Verdict.APPLIES);
        finish(ANNA, false);
        finish(BRUNO, false);
        assertThat(counting()).isEqualTo(BRUNO);

        database.studies().setReferenceCoder(STUDY, QUESTION, ANNA);
        assertThat(counting()).isEqualTo(ANNA);

        finish(CoderName.AGREED, false);
        assertThat(counting()).isEqualTo(CoderName.AGREED);
    }

    private CoderName counting() {
        return database.codings().counting(STUDY, QUESTION).get(0).coder();
    }

    @Test
    void anUnfinishedCodingDoesNotCount() {
        say(ANNA, HELP, Verdict.APPLIES);

        assertThat(database.codings().counting(STUDY, QUESTION)).isEmpty();
    }

    @Test
    void theProvenanceOfADecisionIsStored() {
        Provenance assisted =
                new Provenance(NOW, 1, Provenance.Manner.ASSISTED, new ModelName("m1"), Provenance.Shown.TO_CHECK);
        database.codings()
                .store(
                        assignment(ANNA),
                        List.of(new Codings.Statement(
                                answer, Map.of(HELP.id(), Verdict.APPLIES), true, false, assisted)));

        assertThat(database.codings().decisions(answer).get(0).provenance()).isEqualTo(assisted);
        assertThat(database.codings().finishes(answer).get(0).provenance()).isEqualTo(assisted);
        assertThat(coding(ANNA).manner()).isEqualTo(Provenance.Manner.ASSISTED);
    }

    @Test
    void importedCodingsCannotBeUndone() {
        database.codings()
                .storeImported(
                        assignment(ANNA),
                        List.of(new Codings.Statement(answer, Map.of(HELP.id(), Verdict.APPLIES), true, false, BLIND)));

        assertThat(database.codings().undo(assignment(ANNA))).isEmpty();
        assertThat(database.codings().touchedBy(STUDY, QUESTION, ANNA)).containsExactly(answer);
    }

    @Test
    void aNoteIsReplacedByALaterOne() {
        database.codings().note(answer, ANNA, "à discuter");
        database.codings().note(answer, ANNA, "réglé");

        assertThat(database.codings().note(answer, ANNA)).isEqualTo("réglé");
        assertThat(database.codings().note(answer, BRUNO)).isEmpty();
    }

    @Test
    void aDrawIsKeptInItsOrder() {
        AnswerId second = give("P9", "encore").id();
        Draw draw = new Draw(
                database.codings().nextId(),
                STUDY,
                QUESTION,
                WAVE,
                Draw.Purpose.AUDIT,
                7L,
                NOW,
                List.of(second, answer));
        database.codings().store(draw);

        assertThat(database.codings().draws(STUDY, QUESTION)).containsExactly(draw);
    }

    @Test
    void suggestionsAreReplacedAnswerByAnswer() {
        ModelName model = new ModelName("m2");
        database.suggestions()
                .replace(new ModelName("m1"), List.of(answer), List.of(new Suggestion(answer, HELP.id(), 0.9, true)));
        database.suggestions()
                .replace(
                        model,
                        List.of(answer),
                        List.of(
                                new Suggestion(answer, HELP.id(), 0.2, false),
                                new Suggestion(answer, LISTENING.id(), 0.7, true)));

        assertThat(database.suggestions().of(answer))
                .containsExactly(
                        new Suggestion(answer, LISTENING.id(), 0.7, true),
                        new Suggestion(answer, HELP.id(), 0.2, false));
        assertThat(database.suggestions().models(STUDY, QUESTION)).containsExactly(Map.entry(answer, model));
    }

    @Test
    void seenSuggestionsAreStoredOncePerModelAndCoder() {
        ModelName first = new ModelName("etude-apports-1");
        ModelName second = new ModelName("etude-apports-2");
        assertThat(database.suggestions().seen(STUDY, QUESTION, ANNA)).isEmpty();

        database.suggestions().see(answer, ANNA, first);
        database.suggestions().see(answer, ANNA, second);
        database.suggestions().see(answer, ANNA, second);

        assertThat(database.suggestions().seen(STUDY, QUESTION, ANNA)).containsExactly(Map.entry(answer, second));
        assertThat(database.suggestions().seen(STUDY, QUESTION, BRUNO)).isEmpty();
    }

    @Test
    void aMaskedTextReplacesTheOriginalWhichIsPurgedForGood() {
        database.masks().store(Map.of(answer, "de l’[AIDE]"));
        assertThat(database.answers().find(answer).orElseThrow().text()).isEqualTo("de l’[AIDE]");
        assertThat(database.masks().replaced(STUDY)).containsExactly("de l’aide 🙂");
        Answer again = Answer.given(STUDY, WAVE, QUESTION, new RespondentId("P1"), "de l’aide 🙂");
        assertThat(database.answers().save(List.of(again))).containsExactly(Answers.Outcome.UNCHANGED);

        assertThat(database.masks().purge(STUDY)).isEqualTo(1);
        database.scrub();

        assertThat(database.masks().replaced(STUDY)).isEmpty();
        assertThat(database.masks().purges(STUDY)).containsExactly(NOW.toString());
        assertThat(database.answers().save(List.of(again))).containsExactly(Answers.Outcome.UNCHANGED);
        assertThat(database.answers().changes(STUDY)).isEmpty();
    }

    @Test
    void aFailedTransactionStoresNothing() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    say(ANNA, HELP, Verdict.APPLIES);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        assertThat(database.codings().of(answer, ANNA)).isEmpty();
    }

    @Test
    void deletingAStudyDeletesAllItsData() {
        say(ANNA, HELP, Verdict.APPLIES);
        database.codings().undo(assignment(ANNA));
        database.codings().glance(answer, ANNA);
        database.suggestions().see(answer, ANNA, new ModelName("etude-apports-1"));

        database.studies().delete(STUDY);

        assertThat(database.studies().list()).doesNotContain(STUDY);
        assertThat(database.answers().find(answer)).isEmpty();
    }
}

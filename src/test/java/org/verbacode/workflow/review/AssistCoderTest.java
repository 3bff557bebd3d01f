package org.verbacode.workflow.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;
import static org.verbacode.workflow.SampleStudy.id;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw;
import org.verbacode.language.AnswerLanguage;
import org.verbacode.language.Repair;
import org.verbacode.study.Answer;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.DrawRound;
import org.verbacode.workflow.coders.SampleSize;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.model.SuggestCodes;
import org.verbacode.workflow.model.TrainModel;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.search.SearchAnswers;

class AssistCoderTest {
    private static final CoderName ANNA = new CoderName("Anna");
    private static final Place CHECKING = place(ANNA, Way.VERIFY);

    @TempDir
    Path folder;

    private Workspace workspace;
    private SearchAnswers search;
    private LiveModels live;
    private AssistCoder assistance;
    private SampleStudy sample;

    private static Place place(CoderName coder, Way way) {
        ReviewQueue queue = new ReviewQueue(ReviewQueue.Order.LIST, null, null, ReviewQueue.Status.ALL, "");
        return new Place(STUDY, QUESTION, coder, queue, way);
    }

    /** Codes half of the answers by the word "soutien", trains a model and stores its suggestions for all. */
    @BeforeEach
    void trained() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        search = new SearchAnswers(workspace);
        live = new LiveModels(workspace, never -> {});
        assistance = new AssistCoder(workspace, new ReviewAnswers(workspace, search, live), search);
        sample = SampleStudy.in(workspace, 60).coded(ANNA, 30);
        new TrainModel(workspace).run(STUDY, QUESTION, List.of(), Progress.NONE);
        new SuggestCodes(workspace)
                .run(new SuggestCodes.Request(STUDY, QUESTION, Optional.empty(), Optional.empty()), Progress.NONE);
    }

    @AfterEach
    void close() {
        search.close();
        workspace.close();
    }

    private List<Answer> given() {
        return workspace.database().answers().given(STUDY, QUESTION);
    }

    private Answer uncoded() {
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        return given().stream()
                .filter(answer -> SampleStudy.number(answer) >= 30)
                .filter(answer -> answer.text().startsWith("Du soutien"))
                .filter(answer -> !requireNonNull(
                                review.show(CHECKING, answer.id()).shown())
                        .blind())
                .findFirst()
                .orElseThrow();
    }

    private static String text(AssistCoder.Assistance assistance) {
        return assistance.words().stream().map(TextSpan::text).collect(Collectors.joining());
    }

    @Test
    void theWordThatMadeTheModelProposeACodeIsMarkedWithThatCode() {
        Answer answer = uncoded();

        AssistCoder.Assistance found = assistance.with(CHECKING, answer.id());

        assertThat(text(found)).isEqualTo(answer.text());
        assertThat(found.words())
                .filteredOn(span -> span.codes().contains(id("Soutien")))
                .extracting(TextSpan::text)
                .contains("soutien");
    }

    @Test
    void theSimilarAnswersAreThoseAlreadyCodedAndShowTheirCodes() {
        Answer answer = uncoded();

        assertThat(assistance.with(CHECKING, answer.id()).similar()).hasSize(2).allSatisfy(similar -> {
            assertThat(similar.answer().id()).isNotEqualTo(answer.id());
            assertThat(similar.codes().keySet()).extracting(code -> code.name()).containsExactly("Soutien");
        });
    }

    @Test
    void whoSettlesSeesTheCodesThatCountOnSimilarAnswers() {
        Answer answer = sample.give("T1", "Beaucoup de soutien moral");
        workspace.database().studies().addWave(STUDY, new WaveName("2030"));
        Answer near = sample.give(new WaveName("2030"), "T2", "Énormément de soutien moral");
        sample.code(ANNA, near, List.of("Écoute"));
        sample.code(CoderName.AGREED, near, List.of("Conseils"));

        assertThat(assistance.similarTo(answer.id()))
                .filteredOn(similar -> similar.answer().id().equals(near.id()))
                .singleElement()
                .satisfies(similar -> assertThat(similar.codes().keySet())
                        .extracting(Code::name)
                        .containsExactly("Conseils"));

        draw(near);
        assertThat(assistance.similarTo(answer.id()))
                .as("its codes are hidden")
                .isNotEmpty()
                .noneMatch(similar -> similar.answer().id().equals(near.id()));
        assertThat(assistance.similarTo(near.id()))
                .as("it is still coded blind")
                .isEmpty();
    }

    /** Opens a round of one answer, in a wave of its own. */
    private void draw(Answer answer) {
        new DrawRound(workspace)
                .run(new DrawRound.Request(
                        STUDY,
                        QUESTION,
                        SampleSize.of("1"),
                        Draw.Purpose.DOUBLE_CODING,
                        answer.wave(),
                        List.of(new CoderName("Boris"), new CoderName("Carla")),
                        1L,
                        "round"));
    }

    @Test
    void answersOfTheSameWordsAreOneSimilarAnswerThatSaysHowManyBearEachCode() {
        Answer answer = uncoded();
        sample.code(ANNA, sample.give("T1", "SOUTIEN..."), List.of("Écoute"));

        // Of the first 30, four say "Du soutien moral toute l’année"; four "Soutien" and three "soutien !", and one
        // more.
        assertThat(assistance.with(CHECKING, answer.id()).similar())
                .extracting(AssistCoder.Similar::answers, similar -> similar.codes().values().stream()
                        .toList())
                .containsExactly(tuple(4, List.of(4)), tuple(8, List.of(7, 1)));
    }

    @Test
    void whoCodesFirstGetsNoHelpBeforeHavingDecided() {
        Answer answer = uncoded();

        AssistCoder.Assistance found = assistance.with(place(new CoderName("Bruno"), Way.CODE_FIRST), answer.id());

        assertThat(text(found)).isEqualTo(answer.text());
        assertThat(found.words()).noneMatch(TextSpan::marked);
        assertThat(found.similar()).isEmpty();
    }

    @Test
    void whatWasReadOtherwiseThanWrittenIsSaidAndSoIsAnotherLanguage() {
        Answer slip = sample.give("S1", "bcp de soutien");
        Answer dutch = sample.give("S2", "Mijn mentor was er altijd voor mij en dat gaf me veel rust");

        assertThat(assistance.with(CHECKING, slip.id()).repairs())
                .extracting(Repair::from, Repair::to)
                .containsExactly(tuple("bcp", "beaucoup"));
        assertThat(assistance.with(CHECKING, slip.id()).language()).isEqualTo(AnswerLanguage.FRENCH);
        assertThat(assistance.with(CHECKING, dutch.id()).language()).isEqualTo(AnswerLanguage.DUTCH);
    }
}

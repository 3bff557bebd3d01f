package org.verbacode.workflow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.search.Concordance;
import org.verbacode.search.Scope;
import org.verbacode.search.Terms;
import org.verbacode.study.Answer;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.Respondent;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.studies.DescribeStudies;

class SearchAnswersTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private SearchAnswers search;

    @BeforeEach
    void open() {
        workspace = Workspace.open(
                folder,
                Optional.empty(),
                Workspace.Access.WRITE,
                Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC));
        SampleStudy.in(workspace, 8);
        search = new SearchAnswers(workspace);
    }

    @AfterEach
    void close() {
        search.close();
        workspace.close();
    }

    private static SearchAnswers.Request request(String typed) {
        return new SearchAnswers.Request(SampleStudy.STUDY, typed, null, null, 100);
    }

    private List<String> texts(SearchAnswers.Request request) {
        return search.run(request, Progress.NONE).matches().stream()
                .map(match -> match.answer().text())
                .toList();
    }

    @Test
    void answersAreFoundWithTheirTexts() {
        assertThat(texts(request("soutien")))
                .containsExactlyInAnyOrder("Du soutien moral toute l’année", "Soutien", "soutien !");
        assertThat(texts(request("ecoute conseil"))).containsExactly("Une écoute et des conseils précieux");
    }

    @Test
    void questionAndWaveNarrowTheSearch() {
        assertThat(texts(new SearchAnswers.Request(
                        SampleStudy.STUDY, "soutien", SampleStudy.QUESTION, SampleStudy.FIRST, 100)))
                .containsExactly("Du soutien moral toute l’année");
    }

    @Test
    void whatIsNotThereIsRefusedWithASentence() {
        assertThatThrownBy(() -> texts(new SearchAnswers.Request(new StudyName("autre"), "a", null, null, 1)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() ->
                        texts(new SearchAnswers.Request(SampleStudy.STUDY, "a", new QuestionName("autre"), null, 1)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(
                        () -> texts(new SearchAnswers.Request(SampleStudy.STUDY, "a", null, new WaveName("1999"), 1)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                                refused.sentence().in(Locale.FRENCH))
                        .contains("tutorat", "1999", "2019-2020, 2020-2021"));
    }

    @Test
    void anAnswerThatCameInIsFoundAtTheNextSearchAndReadAlone() {
        texts(request("soutien"));
        RespondentId newcomer = new RespondentId("N");
        workspace
                .database()
                .answers()
                .saveRespondents(SampleStudy.STUDY, List.of(new Respondent(newcomer, SampleStudy.FIRST, Map.of())));
        workspace
                .database()
                .answers()
                .save(List.of(Answer.given(
                        SampleStudy.STUDY, SampleStudy.FIRST, SampleStudy.QUESTION, newcomer, "Des soutiens utiles")));

        List<Long> totals = new ArrayList<>();
        SearchAnswers.Found found = search.run(request("soutien"), (task, done, total) -> totals.add(total));
        assertThat(found.total()).isEqualTo(4);
        assertThat(totals).containsOnly(1L);
    }

    @Test
    void theIndexIsInTheWorkspaceAndCanBeThrownAway() throws IOException {
        texts(request("soutien"));
        assertThat(files(workspace.index())).isNotEmpty();
        for (Path file : files(workspace.index())) {
            Files.delete(file);
        }

        try (SearchAnswers again = new SearchAnswers(workspace)) {
            assertThat(again.run(request("soutien"), Progress.NONE).total()).isEqualTo(3);
        }
    }

    @Test
    void aDeletedStudyLeavesNoWordsBehind() throws IOException {
        texts(request("soutien"));
        new DescribeStudies(workspace).delete(SampleStudy.STUDY);

        assertThat(files(workspace.index())).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aConcordanceShowsEachWordInItsPlace() {
        assertThat(search.run(request("confiance"), Progress.NONE)
                        .matches()
                        .get(0)
                        .lines(10))
                .extracting(Concordance.Line::left, Concordance.Line::match, Concordance.Line::right)
                .containsExactly(tuple("…repris ", "confiance", " en moi"));
    }

    @Test
    void theNearestAnswersAreFoundWithoutTheAnswerItself() {
        List<Answer> answers = workspace.database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION);
        Answer advice = answers.stream()
                .filter(answer -> answer.text().startsWith("Des conseils"))
                .findFirst()
                .orElseThrow();

        assertThat(search.similar(advice, answers.stream().map(Answer::id).toList(), 3, Progress.NONE).stream()
                        .map(match -> match.answer().text()))
                .containsExactly("Une écoute et des conseils précieux");
    }

    @Test
    void frequentWordsAreCounted() {
        assertThat(search.frequentWords(SampleStudy.STUDY, Scope.EVERYWHERE, 1, Progress.NONE))
                .containsExactly(new Terms.Frequency("soutien", 3, 3));
    }
}

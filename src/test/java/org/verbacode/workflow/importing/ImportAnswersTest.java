package org.verbacode.workflow.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.ImportReport;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

final class ImportAnswersTest {
    private static final StudyName STUDY = new StudyName("Mentorat");
    private static final QuestionName APPORTS = new QuestionName("apports");
    private static final Path CORPUS = Path.of("corpus");

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Database database;

    @BeforeEach
    void open() {
        workspace = Workspace.open(
                folder.resolve("espace"),
                Optional.empty(),
                Workspace.Access.WRITE,
                Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
        database = workspace.database();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ImportReport run(ImportRequest request) {
        return new ImportAnswers(workspace).run(request, Progress.NONE);
    }

    private static ImportRequest example() {
        return new ImportRequest(
                STUDY,
                List.of(
                        CORPUS.resolve("reponses-2019-2020.csv"),
                        CORPUS.resolve("reponses-2020-2021.csv"),
                        CORPUS.resolve("reponses-2021-2022.csv")),
                "id",
                "annee",
                List.of("apports", "manques", "ideal"),
                List.of(),
                List.of(),
                List.of(
                        new ImportRequest.CodebookOf(APPORTS, CORPUS.resolve("codebook-apports.csv")),
                        new ImportRequest.CodebookOf(
                                new QuestionName("manques"), CORPUS.resolve("codebook-manques.csv"))),
                CORPUS.resolve("codage.csv"),
                ReadOptions.FIND_OUT);
    }

    private ImportRequest small(String wave, String content, @Nullable String codings) throws IOException {
        Path file = Files.writeString(folder.resolve("enquete.csv"), content);
        Path codingsFile = codings == null ? null : Files.writeString(folder.resolve("codages.csv"), codings);
        return new ImportRequest(
                STUDY,
                List.of(file),
                "id",
                wave,
                List.of("q"),
                List.of(),
                List.of(),
                List.of(),
                codingsFile,
                ReadOptions.FIND_OUT);
    }

    /** The figures are those of corpus/README.md. */
    @Test
    void theExampleStudyHasTheCodingsItsReadmeNames() {
        ImportReport report = run(example());

        assertThat(report.added()).isEqualTo(93 + 118 + 57 + 18 + 8 + 70);
        assertThat(report.rejections()).isEmpty();
        Map<String, Long> byWave = applications(APPORTS, "C1").stream()
                .collect(Collectors.groupingBy(
                        answerAndCode -> answerAndCode.getKey().wave().value(), Collectors.counting()));
        assertThat(byWave).containsOnly(Map.entry("2019-2020", 157L), Map.entry("2020-2021", 192L));
        assertThat(applications(APPORTS, "C1").stream()
                        .filter(answerAndCode -> answerAndCode.getValue().equals("Soutien")))
                .hasSize(42);
        assertThat(applications(new QuestionName("manques"), "C1")).hasSize(23);
        assertThat(database.studies().referenceCoder(STUDY, APPORTS)).contains(new CoderName("C1"));
    }

    private List<Map.Entry<Answer, String>> applications(QuestionName question, String coder) {
        Map<?, Answer> answers = database.answers().ofQuestion(STUDY, question).stream()
                .collect(Collectors.toMap(Answer::id, answer -> answer));
        Map<?, String> names = database.codebooks().current(STUDY, question).codes().stream()
                .collect(Collectors.toMap(Code::id, Code::name));
        return database.codings().ofQuestion(STUDY, question).stream()
                .filter(coding -> coding.coder().value().equals(coder))
                .flatMap(coding -> applied(coding, answers, names).stream())
                .toList();
    }

    private static List<Map.Entry<Answer, String>> applied(
            Coding coding, Map<?, Answer> answers, Map<?, String> names) {
        return coding.considered().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(code -> Map.entry(
                        Optional.ofNullable(answers.get(coding.answer())).orElseThrow(),
                        Optional.ofNullable(names.get(code.getKey())).orElseThrow()))
                .toList();
    }

    @Test
    void importingAgainAddsNothing() {
        ImportReport first = run(example());
        int versions = database.codebooks().current(STUDY, APPORTS).version();

        ImportReport again = run(example());

        assertThat(again.added()).isZero();
        assertThat(again.changed()).isZero();
        assertThat(again.codings()).isZero();
        assertThat(again.unchanged()).isEqualTo(first.added());
        assertThat(database.codebooks().current(STUDY, APPORTS).version()).isEqualTo(versions);
    }

    @Test
    void theChoiceOfColumnsIsRememberedForTheNextFile() {
        run(example());

        ImportReport again = run(new ImportRequest(
                STUDY,
                List.of(CORPUS.resolve("reponses-2021-2022.csv")),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                ReadOptions.FIND_OUT));

        assertThat(again.unchanged()).isEqualTo(57 + 8);
        assertThat(again.added()).isZero();
    }

    @Test
    void aQuestionNobodyAnsweredInAWaveWasNotAskedAndAnEmptyCellElsewhereWasLeftBlank() {
        run(example());

        assertThat(statuses("2019-2020", "ideal")).containsOnly(Answer.Status.NOT_ASKED);
        assertThat(statuses("2020-2021", "ideal")).contains(Answer.Status.BLANK, Answer.Status.GIVEN);
        assertThat(statuses("2019-2020", "apports")).doesNotContain(Answer.Status.NOT_ASKED);
    }

    private List<Answer.Status> statuses(String wave, String question) {
        return database.answers().ofQuestion(STUDY, new QuestionName(question)).stream()
                .filter(answer -> answer.wave().equals(new WaveName(wave)))
                .map(Answer::status)
                .toList();
    }

    @Test
    void aChangedAnswerIsShownAndTheOldOneStays() throws IOException {
        run(small("=2020", "id,q\n1,Soutien\n2,Aide\n", null));

        ImportReport report = run(small("=2020", "id,q\n1,Du soutien\n2,Aide\n", null));

        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(database.answers().given(STUDY, new QuestionName("q")))
                .extracting(Answer::text)
                .containsExactlyInAnyOrder("Soutien", "Aide");
        assertThat(database.answers().changes(STUDY)).singleElement().satisfies(change -> assertThat(change.newText())
                .isEqualTo("Du soutien"));
    }

    @Test
    void idsMayRestartInTheNextWave() throws IOException {
        run(small("=2020", "id,q\n1,Soutien\n", null));

        assertThat(run(small("=2021", "id,q\n1,Aide\n", null)).added()).isEqualTo(1);
    }

    @Test
    void aFileWithoutAWaveIsRefusedOnceTheStudyHasWaves() throws IOException {
        run(small("=2020", "id,q\n1,Soutien\n", null));
        ImportRequest next = small("=", "id,q\n1,Aide\n", null);

        assertThatThrownBy(() -> run(new ImportRequest(
                        STUDY,
                        next.files(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        ReadOptions.FIND_OUT)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2020");
    }

    @Test
    void withoutAnIdTheSameFileGivesTheSamePeople() throws IOException {
        Path file = Files.writeString(folder.resolve("sans-id.csv"), "q;age\nSoutien;20\nSoutien;21\n;22\n");
        ImportRequest request = new ImportRequest(
                STUDY,
                List.of(file),
                null,
                null,
                List.of("q"),
                List.of(),
                List.of(),
                List.of(),
                null,
                ReadOptions.FIND_OUT);

        assertThat(run(request).added()).isEqualTo(2);
        assertThat(run(request).unchanged()).isEqualTo(2);
        assertThat(database.answers().respondents(STUDY)).hasSize(3);
    }

    @Test
    void rowsThatCannotBeReadAreReportedAndTheRestGoesIn() throws IOException {
        ImportReport report = run(small("=2020", "id,q\n1,Soutien\n1,Aide\n,Écoute\n4,a,b\n5,Merci\n", null));

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.rejectedRows()).isEqualTo(3);
        assertThat(report.rejections())
                .extracting(ImportReport.Rejection::file, ImportReport.Rejection::row, ImportReport.Rejection::column)
                .containsExactly(
                        tuple("enquete.csv", 3L, "id"), tuple("enquete.csv", 4L, "id"), tuple("enquete.csv", 5L, ""));
        assertThat(report.rejections().get(0).reason().in(Locale.FRENCH)).contains("ligne 2");
    }

    @Test
    void codesOfTheCodingsMakeAFirstCodebookAndTheFirstCoderIsTheReference() throws IOException {
        ImportReport report = run(small(
                "=2020",
                "id,q\n1,Soutien\n2,/\n3,\n",
                "id,question,coder,code\n1,q,Zoé,Soutien\n1,q,Zoé,Aide\n2,q,Zoé,\n1,q,Anne,Aide\n"));

        QuestionName q = new QuestionName("q");
        assertThat(report.codings()).isEqualTo(3);
        assertThat(database.codebooks().current(STUDY, q).codes())
                .extracting(Code::name)
                .containsExactly("Soutien", "Aide");
        assertThat(database.studies().referenceCoder(STUDY, q)).contains(new CoderName("Zoé"));
        assertThat(database.codings().counting(STUDY, q))
                .hasSize(2)
                .allMatch(Coding::finished)
                .allMatch(coding -> coding.coder().value().equals("Zoé"));
    }

    @Test
    void codingsThatFitNoAnswerOrCodeAreReported() throws IOException {
        run(small("=2020", "id,q\n1,Soutien\n2,\n", "id,question,coder,code\n1,q,A,Soutien\n"));
        run(small("=2021", "id,q\n1,Aide\n3,Merci\n", null));

        ImportReport report = run(small("=2021", "id,q\n1,Aide\n3,Merci\n", """
                id,question,coder,code
                3,q,A,Inconnu
                2,q,A,Soutien
                9,q,A,Soutien
                1,q,A,Soutien
                3,r,A,Soutien
                3,q,,Soutien
                3,q,B,Soutien
                """));

        assertThat(report.codings()).isEqualTo(1);
        assertThat(report.rejections())
                .extracting(ImportReport.Rejection::row, ImportReport.Rejection::column)
                .containsExactlyInAnyOrder(
                        tuple(2L, "code"),
                        tuple(3L, "id"),
                        tuple(4L, "id"),
                        tuple(5L, "id"),
                        tuple(6L, "question"),
                        tuple(7L, "coder"));
    }

    @Test
    void columnsThatSayWhoAnswersAreLeftOutUnlessAskedFor() throws IOException {
        Path file = Files.writeString(
                folder.resolve("google.csv"),
                "Horodateur,Adresse e-mail,Nom,Section,q\n2024/01/01,a@ex.be,Dupont,Info,Un grand soutien\n");
        ImportRequest request = new ImportRequest(
                STUDY,
                List.of(file),
                null,
                "=2024",
                List.of("q"),
                List.of(),
                List.of(),
                List.of(),
                null,
                ReadOptions.FIND_OUT);

        ImportReport report = run(request);

        assertThat(database.answers().respondents(STUDY).get(0).attributes())
                .containsKey("Section")
                .doesNotContainKeys("Nom", "Adresse e-mail");
        assertThat(report.notes().get(0).in(Locale.FRENCH)).contains("Adresse e-mail, Nom");
    }

    @Test
    void anOpenColumnThatIsNowhereIsRefusedWithTheColumnsThereAre() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "id,texte\n1,Soutien\n");

        assertThatThrownBy(() -> run(new ImportRequest(
                        STUDY,
                        List.of(file),
                        "id",
                        "=1",
                        List.of("apports=remarques"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        ReadOptions.FIND_OUT)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("remarques")
                .hasMessageContaining("texte");
        assertThat(database.studies().list()).isEmpty();
    }
}

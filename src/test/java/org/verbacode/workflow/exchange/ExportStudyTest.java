package org.verbacode.workflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.study.Answer;
import org.verbacode.study.ImportReport;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.importing.ImportAnswers;
import org.verbacode.workflow.importing.ImportRequest;
import org.verbacode.workflow.studies.OpenExample;

final class ExportStudyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final QuestionName APPORTS = new QuestionName("apports");

    @TempDir
    private Path folder;

    private Workspace workspace;
    private StudyName study;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("espace"), Optional.empty(), Workspace.Access.WRITE, CLOCK);
        study = new OpenExample(workspace).run(Progress.NONE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ExportStudy.Written export(ExportStudy.Format format, String name) {
        return new ExportStudy(workspace).run(study, APPORTS, format, folder.resolve(name));
    }

    private static long sum(Path file, String column) {
        SurveyFile table = SurveyFile.open(file, ReadOptions.FIND_OUT);
        int index = table.column(column).orElseThrow();
        long sum = 0;
        try (TableReader rows = table.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                assertThat(row.problem()).isNull();
                sum += row.cells().get(index).equals("1") ? 1 : 0;
            }
        }
        return sum;
    }

    /** Soutien was given 42 times by C1, the reference coder; 349 is the total of corpus/README.md. */
    @Test
    void theWideFormCountsTheReferenceCoderAndTheTallFormEverybody() {
        export(ExportStudy.Format.CSV, "mentorat.csv");

        Path wide = folder.resolve("mentorat.csv");
        assertThat(sum(wide, "Soutien")).isEqualTo(42);
        SurveyFile table = SurveyFile.open(wide, ReadOptions.FIND_OUT);
        long all = workspace.database().codebooks().current(study, APPORTS).codes().stream()
                .mapToLong(code -> sum(wide, code.name()))
                .sum();
        assertThat(all).isEqualTo(349);
        assertThat(table.headers()).startsWith("id", "wave", "question", "status", "text", "coder", "section");
        assertThat(sum(folder.resolve("mentorat-long.csv"), "applies")).isGreaterThan(600);
    }

    @Test
    void aWorkbookHoldsTheSameAnswers() {
        export(ExportStudy.Format.XLSX, "mentorat.xlsx");

        assertThat(sum(folder.resolve("mentorat.xlsx"), "Soutien")).isEqualTo(42);
    }

    @Test
    void whatWasExportedComesBackTheSame() {
        export(ExportStudy.Format.CSV, "mentorat.csv");
        ImportRequest request = new ImportRequest(
                study,
                List.of(folder.resolve("mentorat.csv")),
                "id",
                "wave",
                List.of("apports=text"),
                List.of("section"),
                List.of(),
                List.of(),
                folder.resolve("mentorat-long.csv"),
                ReadOptions.FIND_OUT);

        ImportReport here = new ImportAnswers(workspace).run(request, Progress.NONE);
        assertThat(here.rejections()).isEmpty();
        assertThat(here.added() + here.changed() + here.codings()).isZero();
        assertThat(here.unchanged()).isEqualTo(93 + 118 + 57);

        try (Workspace other =
                Workspace.open(folder.resolve("autre"), Optional.empty(), Workspace.Access.WRITE, CLOCK)) {
            ImportReport there = new ImportAnswers(other).run(request, Progress.NONE);
            assertThat(there.added()).isEqualTo(93 + 118 + 57);
            assertThat(there.codings()).isEqualTo(2 * 211);
            assertThat(other.database().answers().given(study, APPORTS))
                    .extracting(Answer::text)
                    .containsExactlyInAnyOrderElementsOf(workspace.database().answers().given(study, APPORTS).stream()
                            .map(Answer::text)
                            .toList());
        }
    }

    @Test
    void answersThatLookLikeFormulasLeaveAsText() throws IOException {
        export(ExportStudy.Format.CSV, "mentorat.csv");

        // The sample has answers that begin with =, + and -; none of them may begin a cell as it is.
        String csv = Files.readString(folder.resolve("mentorat.csv"));
        assertThat(workspace.database().answers().given(study, APPORTS))
                .extracting(Answer::text)
                .anyMatch(text -> text.startsWith("=") || text.startsWith("+"));
        assertThat(csv).doesNotContainPattern("(^|[,\\n])\"?[=+@]").contains("'=");
    }

    @Test
    void nothingIsLeftBehindWhereNothingCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("occupe"), "déjà là");

        assertThatThrownBy(() -> export(ExportStudy.Format.CSV, "occupe/mentorat.csv"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("mentorat.csv");
        assertThat(file).hasContent("déjà là");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrder("espace", "occupe");
        }
    }
}

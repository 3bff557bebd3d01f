package org.verbacode.web.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.web.Browsing;
import org.verbacode.workflow.SampleStudy;

class ImportPagesTest {
    @TempDir
    Path folder;

    private Browsing browsing;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    private HttpResponse<String> preview(String name, String content) {
        return browsing.upload(
                "/import/preview", List.of(Map.entry("study", "essai")), new Browsing.Sent("file", name, content));
    }

    private static String token(HttpResponse<String> preview) {
        return preview.body().replaceAll("(?s).*name=\"token\" value=\"([0-9a-f-]{36})\".*", "$1");
    }

    private String run(HttpResponse<String> preview, String name, Browsing.Sent... files) throws InterruptedException {
        return browsing.outcome(browsing.upload(
                "/import/run",
                List.of(
                        Map.entry("study", "essai"),
                        Map.entry("token", token(preview)),
                        Map.entry("file-name", name),
                        Map.entry("same-wave", "2021-2022"),
                        Map.entry("column", "id"),
                        Map.entry("role", "ID"),
                        Map.entry("column", "avis"),
                        Map.entry("role", "OPEN"),
                        Map.entry("codebook-question", "avis")),
                files));
    }

    @Test
    void aFileIsLookedAtBeforeAnythingIsKept() {
        HttpResponse<String> page = preview("mentorat.csv", """
                id;annee;avis;mail;vide
                1;2020-2021;Un vrai soutien tout au long;a@b.fr;
                2;2020-2021;Rien de neuf pour moi;c@d.fr;
                """);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("2 lignes lisibles", "Un vrai soutien tout au long")
                .containsPattern("mail[^~]*value=\"IDENTITY\" selected[^~]*vide[^~]*value=\"TECHNICAL\" selected");
        assertThat(browsing.workspace.database().studies().list()).isEmpty();
    }

    @Test
    void aFileNameCannotLeaveItsFolder() {
        HttpResponse<String> page = browsing.post(
                "/import/run",
                "study=essai&token=00000000-0000-0000-0000-000000000000&file-name=..%2F..%2Fverbacode.db&column=a&role=ID");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("nom du fichier");
    }

    @Test
    void whatTheColumnsHoldIsImportedInTheBackgroundAndTheFileSentIsForgotten() throws InterruptedException {
        String said = run(preview("e.csv", "id;avis\n1;Un vrai soutien\n2;Rien de neuf ici\n"), "e.csv");

        assertThat(said).contains("2 réponses nouvelles");
        assertThat(browsing.workspace.database().studies().waves(new StudyName("essai")))
                .extracting(Object::toString)
                .containsExactly("2021-2022");
        assertThat(folder.resolve("cache/uploads")).isEmptyDirectory();
    }

    @Test
    void aCodebookAndCodingsGoInWithTheAnswersAndWhatIsWrongWithThemIsSaid() throws InterruptedException {
        String said = run(
                preview("e.csv", "id;avis\n1;Un vrai soutien\n2;Rien de neuf ici\n"),
                "e.csv",
                new Browsing.Sent("codebook0", "e.csv", "code,theme,definition\nSoutien,Appui,Être soutenu\n"),
                new Browsing.Sent(
                        "codings", "codage.csv", "id,question,coder,code\n1,avis,C1,Soutien\n2,avis,C1,Ailleurs\n"));

        assertThat(said).contains("2 réponses nouvelles", "1 codage", "«\u00a0Ailleurs\u00a0»", "codage.csv");
        StudyName study = new StudyName("essai");
        QuestionName question = new QuestionName("avis");
        assertThat(browsing.workspace
                        .database()
                        .codebooks()
                        .current(study, question)
                        .codes())
                .extracting(Code::name)
                .containsExactly("Soutien");
        assertThat(browsing.workspace.database().codings().counting(study, question))
                .hasSize(1);
    }

    @Test
    void aCodebookIsImportedForAQuestionFromItsPage() throws InterruptedException {
        SampleStudy.in(browsing.workspace, 4);

        String said = browsing.outcome(browsing.upload(
                "/import/codebook",
                List.of(Map.entry("study", "tutorat"), Map.entry("question", "apports")),
                new Browsing.Sent("codebook", "codes.csv", "code,definition\nMotivation,Avoir envie\n")));

        assertThat(said).contains("Le livre de codes est à jour");
        assertThat(browsing.workspace
                        .database()
                        .codebooks()
                        .current(SampleStudy.STUDY, SampleStudy.QUESTION)
                        .codes())
                .extracting(Code::name)
                .contains("Motivation", "Soutien");
    }
}

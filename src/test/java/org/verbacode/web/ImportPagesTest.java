package org.verbacode.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.study.StudyName;

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

    @Test
    void aFileIsLookedAtBeforeAnythingIsKept() {
        HttpResponse<String> page = browsing.upload(
                "/import/preview",
                "study",
                "essai",
                "mentorat.csv",
                "id;annee;avis;mail\n1;2020-2021;Un vrai soutien tout au long;a@b.fr\n2;2020-2021;Rien de neuf pour moi;c@d.fr\n");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("2 lignes lisibles", "Un vrai soutien tout au long", "value=\"IDENTITY\" selected");
        assertThat(browsing.workspace.database().studies().list()).isEmpty();
    }

    @Test
    void aFileNameCannotLeaveItsFolder() {
        HttpResponse<String> page = browsing.post(
                "/import/run",
                "study=essai&token=00000000-0000-0000-0000-000000000000&file-name=..%2F..%2Fverbacode.db&column=a&role=ID");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Choisissez-le à nouveau");
    }

    @Test
    void whatTheColumnsHoldIsImportedInTheBackground() throws InterruptedException {
        String preview = browsing.upload(
                        "/import/preview",
                        "study",
                        "essai",
                        "e.csv",
                        "id;avis\n1;Un vrai soutien\n2;Rien de neuf ici\n")
                .body();
        String token = preview.replaceAll("(?s).*name=\"token\" value=\"([0-9a-f-]{36})\".*", "$1");

        HttpResponse<String> started = browsing.post(
                "/import/run",
                "study=essai&token=" + token + "&file-name=e.csv&separator=%3B&encoding=UTF-8&same-wave=2021-2022"
                        + "&column=id&role=ID&column=avis&role=OPEN");
        assertThat(started.statusCode()).isEqualTo(303);
        String job = started.headers().firstValue("Location").orElseThrow();
        String said = browsing.get(job).body();
        for (int i = 0; i < 100 && said.contains("/job/cancel"); i++) {
            Thread.sleep(100);
            said = browsing.get(job).body();
        }
        assertThat(said).contains("2 réponses nouvelles");
        assertThat(browsing.workspace.database().studies().waves(new StudyName("essai")))
                .extracting(Object::toString)
                .containsExactly("2021-2022");
    }
}

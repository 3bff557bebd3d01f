package org.verbacode.web.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.study.WaveName;
import org.verbacode.web.Browsing;
import org.verbacode.workflow.SampleStudy;

class WavePagesTest {
    private static final String WHERE = "study=tutorat&question=apports";

    @TempDir
    Path folder;

    private Browsing browsing;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
        SampleStudy.in(browsing.workspace(), 80).coded(new CoderName("Marie"), 80);
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    @Test
    void theModelPageLeadsToWhatIsNewInAWaveItHasNotLearned() throws InterruptedException {
        browsing.outcome(browsing.post("/model/train", WHERE + "&wave=2019-2020"));

        assertThat(browsing.get("/model?" + WHERE).body())
                .contains("/model/wave?study=tutorat&amp;question=apports&amp;wave=2020-2021");
        String page = browsing.get("/model/wave?" + WHERE + "&wave=2020-2021").body();
        assertThat(page)
                .contains(
                        "La vague 2020-2021 et le modèle",
                        "40 réponses de 2020-2021, comparées à 40 réponses de 2019-2020")
                .contains("L’ancien modèle sur la nouvelle vague", "Micro-F1", "Maintenant, attendu");
        assertThat(page.indexOf("class=\"lead\"")).isLessThan(page.indexOf("<table"));
        assertThat(browsing.withCookie("verbacode-lang", "en")
                        .get("/model/wave?" + WHERE + "&wave=2020-2021")
                        .body())
                .contains("Wave 2020-2021 and the model", "40 answers of 2020-2021");
    }

    @Test
    void aScoreOnTooFewAnswersIsNotGiven() throws InterruptedException {
        browsing.outcome(browsing.post("/model/train", WHERE));
        WaveName third = new WaveName("2021-2022");
        browsing.workspace.database().studies().addWave(SampleStudy.STUDY, third);
        SampleStudy sample = SampleStudy.in(browsing.workspace(), 0);
        sample.code(new CoderName("Marie"), sample.give(third, "X1", "La piscine"), List.of());

        assertThat(browsing.get("/model/wave?" + WHERE + "&wave=2021-2022").body())
                .contains("La seule réponse de", "trop peu pour juger\u202f; il en faut 30")
                .doesNotContain("sur les réponses apprises");
    }

    @Test
    void aWaveTheModelHasLearnedIsRefusedInASentence() throws InterruptedException {
        browsing.outcome(browsing.post("/model/train", WHERE));

        assertThat(browsing.get("/model?" + WHERE).body()).doesNotContain("/model/wave");
        assertThat(browsing.get("/model/wave?" + WHERE + "&wave=2020-2021").body())
                .contains("a déjà appris de la vague");
    }

    @Test
    void theResultOfAnImportLinksToTheReportOnItsWave() throws InterruptedException {
        browsing.outcome(browsing.post("/model/train", WHERE));
        String preview = browsing.upload(
                        "/import/preview",
                        List.of(Map.entry("study", "tutorat")),
                        new Browsing.Sent("file", "e.csv", "id;apports\n1;Un vrai soutien\n2;La piscine municipale\n"))
                .body();

        String said = browsing.outcome(browsing.upload(
                "/import/run",
                List.of(
                        Map.entry("study", "tutorat"),
                        Map.entry(
                                "token", preview.replaceAll("(?s).*name=\"token\" value=\"([0-9a-f-]{36})\".*", "$1")),
                        Map.entry("file-name", "e.csv"),
                        Map.entry("same-wave", "2021-2022"),
                        Map.entry("column", "id"),
                        Map.entry("role", "ID"),
                        Map.entry("column", "apports"),
                        Map.entry("role", "OPEN"))));

        assertThat(said)
                .contains("2 réponses nouvelles", "Gardez le modèle pour l’instant")
                .contains("/model/wave?study=tutorat&amp;question=apports&amp;wave=2021-2022");
        assertThat(browsing.get("/model/wave?" + WHERE + "&wave=2021-2022").body())
                .as("what is to be coded blind is shown at random, in that wave, without a suggestion")
                .contains("order=random&amp;wave=2021-2022&amp;way=code_first");
    }
}

package org.verbacode.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Provenance;
import org.verbacode.store.Codings;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.store.Codings.Statement;
import org.verbacode.study.Answer;
import org.verbacode.web.Browsing;
import org.verbacode.workflow.SampleStudy;

class ResultsPagesTest {
    private static final String WHERE = "study=tutorat&question=apports";

    @TempDir
    Path folder;

    private Browsing browsing;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
        SampleStudy.in(browsing.workspace(), 10).suggested();
        browsing.workspace().database().studies().setNotice(SampleStudy.STUDY, "Données inventées");
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    /** Three answers of the first wave. */
    private void code() {
        Codings codings = browsing.workspace().database().codings();
        browsing.workspace().database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION).stream()
                .filter(answer -> answer.wave().equals(SampleStudy.FIRST))
                .limit(3)
                .map(Answer::id)
                .forEach(answer -> codings.store(
                        new Assignment(SampleStudy.STUDY, SampleStudy.QUESTION, new CoderName("Marie")),
                        List.of(new Statement(
                                answer,
                                Map.of(SampleStudy.id("Conseils"), Verdict.APPLIES),
                                true,
                                false,
                                new Provenance(
                                        Instant.EPOCH, 1, Provenance.Manner.BLIND, null, Provenance.Shown.RANDOM)))));
    }

    @Test
    void whatPeopleGaveStandsApartFromWhatTheModelProposes() {
        code();

        String page = browsing.get("/results?" + WHERE).body();

        assertThat(page).contains("sur 3 réponses codées par des personnes (5 données)");
        assertThat(page)
                .contains("sur 2 réponses que personne n’a vérifiées", "sur 5 réponses que personne n’a vérifiées");
        assertThat(page).contains("Données inventées", "modèle seul");
    }

    @Test
    void theChartIsShownAndDownloaded() {
        code();

        HttpResponse<String> shown = browsing.get("/results/chart.svg?" + WHERE);
        HttpResponse<String> kept = browsing.get("/results/chart.svg?" + WHERE + "&measure=share&download=1");

        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(shown.body()).contains("Conseils", "3 applications de codes, par Marie", "Données inventées");
        assertThat(kept.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename*=UTF-8''tutorat-apports.svg");
    }

    @Test
    void theTableIsAFileWithItsStamp() {
        code();

        String csv = browsing.get("/results/codes.csv?" + WHERE).body();

        assertThat(csv.lines()).contains("Expertise,Conseils,2019-2020,3,3,1.0,0.4385,1.0,0,2,Données inventées");
        assertThat(browsing.get("/results/codes.xlsx?" + WHERE).body()).startsWith("PK");
    }

    @Test
    void nothingCodedYetSaysWhatToDo() {
        browsing.workspace().database().studies().delete(SampleStudy.STUDY);
        SampleStudy.in(browsing.workspace(), 4);

        assertThat(browsing.get("/results?" + WHERE).body()).contains("il n’y a rien à compter");
    }

    @Test
    void anUnknownStudyIsASentence() {
        HttpResponse<String> page = browsing.get("/results?study=autre&question=apports");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("autre").doesNotContain("Exception");
    }

    @Test
    void theCodedAnswersAreHandedOutAsFilesAndNothingIsLeftBehind() {
        code();

        HttpResponse<String> wide = browsing.get("/export?" + WHERE + "&format=csv");
        assertThat(wide.headers().firstValue("Content-Disposition").orElse("")).contains("tutorat-apports.csv");
        assertThat(wide.body()).contains("Conseils").contains("R0");
        assertThat(browsing.get("/export?" + WHERE + "&format=long").body()).contains("Marie", "Conseils");
        assertThat(browsing.get("/export?" + WHERE + "&format=arff").body()).contains("@relation");
        assertThat(browsing.get("/export?" + WHERE + "&format=doc").statusCode())
                .isEqualTo(422);
        assertThat(folder.resolve("cache/exports")).isEmptyDirectory();
    }
}

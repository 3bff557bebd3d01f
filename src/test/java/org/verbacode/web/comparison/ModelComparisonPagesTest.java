package org.verbacode.web.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.web.Browsing;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.model.TrainModel;

class ModelComparisonPagesTest {
    private static final CoderName MARIE = new CoderName("Marie");
    private static final String PAGE = "/model/compare?study=tutorat&question=apports";
    private static final String BOTH = "&one=tutorat-apports-1&other=tutorat-apports-2";

    @TempDir
    Path folder;

    private Browsing browsing;
    private SampleStudy sample;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
        sample = SampleStudy.in(browsing.workspace(), 80).coded(MARIE, 20);
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    private void train() {
        new TrainModel(browsing.workspace()).run(SampleStudy.STUDY, SampleStudy.QUESTION, List.of(), Progress.NONE);
    }

    private String form(String both) {
        return (PAGE + both).substring(PAGE.indexOf('?') + 1);
    }

    @Test
    void oneVersionAloneCannotBeComparedAndThePageSaysSo() {
        train();

        assertThat(browsing.get("/model?study=tutorat&question=apports").body())
                .contains("href=\"/model/compare?study=tutorat&amp;question=apports\"");
        assertThat(browsing.get(PAGE).body())
                .contains("Il n’y a encore qu’une version du modèle")
                .doesNotContain("<select");
    }

    @Test
    void twoVersionsStandSideBySideAndAnyTwoCanBeChosen() {
        train();
        sample.coded(MARIE, 40);
        train();

        String page = browsing.get(PAGE).body();

        assertThat(page)
                .contains("a appris de 20 réponses codées inconnues de")
                .contains("(20 et 40)", "Comparer leurs propositions")
                .contains("<option value=\"tutorat-apports-2\" selected>tutorat-apports-2 (en service)");
        assertThat(browsing.get(PAGE + "&one=tutorat-apports-2&other=tutorat-apports-1")
                        .body())
                .contains("(40 et 20)");
        assertThat(browsing.get(PAGE + "&one=tutorat-apports-2&other=tutorat-apports-2")
                        .body())
                .contains("Choisissez deux versions différentes");
        assertThat(browsing.withCookie("verbacode-lang", "en").get(PAGE + BOTH).body())
                .contains("Compare two versions", "“tutorat-apports-2” has learned from 20 coded answers");
    }

    @Test
    void whatBothProposeIsComparedWhenAskedFor() throws InterruptedException {
        sample.coded(MARIE, 8);
        train();
        sample.coded(MARIE, 40);
        train();
        sample.coded(MARIE, 80);
        assertThat(browsing.get(PAGE + BOTH).body()).doesNotContain("reçoivent les mêmes codes");

        browsing.outcome(browsing.post("/model/compare", form(BOTH)));

        assertThat(browsing.get(PAGE + BOTH).body())
                .contains("réponses sur 80 reçoivent les mêmes codes")
                .contains("40 réponses codées que ni l’une ni l’autre n’a apprises")
                .doesNotContain("Comparer leurs propositions");
    }

    @Test
    void aVersionThatIsNotThereOrCannotBeReadIsSaidInASentence() throws Exception {
        train();
        train();

        assertThat(browsing.get(PAGE + "&one=tutorat-apports-1&other=autre-1").body())
                .contains("Il n’y a pas de modèle", "autre-1");
        assertThat(browsing.get(PAGE + "&one=..%2F..%2Fetc&other=tutorat-apports-1")
                        .statusCode())
                .isEqualTo(422);
        Files.writeString(folder.resolve("models/tutorat-apports-1/weights.bin"), "damaged");
        assertThat(browsing.outcome(browsing.post("/model/compare", form(BOTH))))
                .contains("tutorat-apports-1")
                .contains("est abîmé");
    }
}

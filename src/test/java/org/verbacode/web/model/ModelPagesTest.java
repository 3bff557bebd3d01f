package org.verbacode.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.web.Browsing;
import org.verbacode.workflow.SampleStudy;

class ModelPagesTest {
    private static final CoderName MARIE = new CoderName("Marie");
    private static final String WHERE = "study=tutorat&question=apports";

    @TempDir
    Path folder;

    private Browsing browsing;
    private SampleStudy sample;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
        sample = SampleStudy.in(browsing.workspace(), 40);
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    @Test
    void beforeEnoughIsCodedThePageSaysHowMuchIsMissing() {
        sample.coded(MARIE, 3);

        String page = browsing.get("/model?" + WHERE).body();

        assertThat(page).contains("3 réponses sont codées", "au moins 5").doesNotContain("/model/train");
    }

    @Test
    void trainingMakesAVersionThatSuggestsAndSaysHowGoodItIs() throws InterruptedException {
        sample.coded(MARIE, 30);

        String said = browsing.outcome(browsing.post("/model/train", WHERE));
        assertThat(said).contains("tutorat-apports-1 a appris de 30 réponses codées", "pour 40 réponses");

        String page = browsing.get("/model?" + WHERE).body();
        assertThat(page)
                .contains("tutorat-apports-1", "en service", "Précision", "proposé d’après sa définition seulement");
        assertThat(browsing.workspace().database().suggestions().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION))
                .isNotEmpty();
    }

    @Test
    void qualityIsMeasuredInTheBackgroundAndShownWithItsCharts() throws InterruptedException {
        sample.coded(MARIE, 36);
        browsing.outcome(browsing.post("/model/train", WHERE));
        assertThat(browsing.get("/model?" + WHERE).body())
                .contains("Mesurer la qualité")
                .doesNotContain("Mesurer à nouveau");
        assertThat(browsing.get("/model/reliability.svg?" + WHERE).body()).contains("Rien n’a encore été mesuré");

        browsing.outcome(browsing.post("/model/measure", WHERE));

        String page = browsing.get("/model?" + WHERE).body();
        assertThat(page)
                .contains("Mesurer à nouveau", "Tirées au hasard et codées sans suggestion", "Toutes les 36 réponses")
                .contains("n’a aucun exemple", "/model/reliability.svg", "Courbe d’apprentissage")
                .doesNotContain("mesurez à nouveau.");
        for (String chart : List.of("reliability", "curve")) {
            assertThat(browsing.get("/model/" + chart + ".svg?" + WHERE).body()).startsWith("<svg");
            HttpResponse<String> png = browsing.get("/model/" + chart + ".png?download=1&" + WHERE);
            assertThat(png.headers().firstValue("content-type")).hasValue("image/png");
            assertThat(png.headers().firstValue("content-disposition").orElse(""))
                    .contains("tutorat-apports-" + chart + ".png");
        }
        sample.coded(new CoderName("Paul"), 38);
        assertThat(browsing.get("/model?" + WHERE).body()).contains("mesurez à nouveau.");
    }

    @Test
    void anEarlierVersionCanBeUsedAgain() throws InterruptedException {
        sample.coded(MARIE, 30);
        browsing.outcome(browsing.post("/model/train", WHERE));
        browsing.outcome(browsing.post("/model/train", WHERE + "&wave=2019-2020"));

        browsing.outcome(browsing.post("/model/use", WHERE + "&model=tutorat-apports-1"));

        assertThat(browsing.workspace().database().studies().currentModel(SampleStudy.STUDY, SampleStudy.QUESTION))
                .contains("tutorat-apports-1");
        assertThat(browsing.workspace()
                        .database()
                        .suggestions()
                        .models(SampleStudy.STUDY, SampleStudy.QUESTION)
                        .values())
                .allMatch(model -> model.value().equals("tutorat-apports-1"));
    }
}

package org.verbacode.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Provenance;
import org.verbacode.store.Codings;
import org.verbacode.study.Answer;
import org.verbacode.workflow.SampleStudy;

class ModelPagesTest {
    private static final String WHERE = "study=tutorat&question=apports";

    @TempDir
    Path folder;

    private Browsing browsing;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
        SampleStudy.in(browsing.workspace(), 40);
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    private void code(int answers) {
        browsing.workspace().database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION).stream()
                .limit(answers)
                .forEach(this::code);
    }

    private void code(Answer answer) {
        boolean applies = answer.text().toLowerCase(Locale.ROOT).contains("soutien");
        browsing.workspace()
                .database()
                .codings()
                .store(
                        new Codings.Desk(SampleStudy.STUDY, SampleStudy.QUESTION, new CoderName("Marie")),
                        List.of(new Codings.Statement(
                                answer.id(),
                                applies ? Map.of(SampleStudy.id("Soutien"), Verdict.APPLIES) : Map.of(),
                                true,
                                false,
                                new Provenance(
                                        Instant.EPOCH, 1, Provenance.Manner.BLIND, null, Provenance.Shown.RANDOM))));
    }

    @Test
    void beforeEnoughIsCodedThePageSaysHowMuchIsMissing() {
        code(3);

        String page = browsing.get("/model?" + WHERE).body();

        assertThat(page).contains("3 réponses sont codées", "au moins 5").doesNotContain("/model/train");
    }

    @Test
    void trainingMakesAVersionThatSuggestsAndSaysHowGoodItIs() throws InterruptedException {
        code(30);

        String said = browsing.outcome(browsing.post("/model/train", WHERE));
        assertThat(said).contains("tutorat-apports-1 a appris de 30 réponses codées", "pour 40 réponses");

        String page = browsing.get("/model?" + WHERE).body();
        assertThat(page)
                .contains("tutorat-apports-1", "en service", "Précision", "proposé d’après sa définition seulement");
        assertThat(browsing.workspace().database().suggestions().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION))
                .isNotEmpty();
    }

    @Test
    void anEarlierVersionCanBeUsedAgain() throws InterruptedException {
        code(30);
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

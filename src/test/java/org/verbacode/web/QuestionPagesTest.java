package org.verbacode.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.study.Answer;
import org.verbacode.workflow.SampleStudy;

class QuestionPagesTest {
    private static final String ABOUT = "study=tutorat&question=apports";

    @TempDir
    Path folder;

    private Browsing browsing;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
        SampleStudy.in(browsing.workspace, 120);
        browsing.withCookie("verbacode-coder", "Marie");
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    private Codebook codebook() {
        return browsing.workspace.database().codebooks().current(STUDY, QUESTION);
    }

    @Test
    void theFirstPageListsStudiesAndLeadsToTheirQuestions() {
        assertThat(browsing.get("/").body())
                .contains(
                        "tutorat",
                        "2019-2020",
                        "Aucune réponse codée sur 120",
                        "/review?study=tutorat&amp;question=apports");
    }

    @Test
    void whoHasNotGivenANameIsAskedAndComesBack() {
        try (Browsing stranger = new Browsing(folder.resolve("other"))) {
            SampleStudy.in(stranger.workspace, 2);
            HttpResponse<String> answer = stranger.get("/review?" + ABOUT);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/coder?back=%2Freview");
        }
    }

    @Test
    void anUnknownStudyIsASentence() {
        HttpResponse<String> page = browsing.get("/codebook?study=autre&question=apports");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Il n’y a pas d’étude «\u00a0autre\u00a0»");
    }

    @Test
    void reviewWorksWithoutScriptsToo() {
        Answer answer =
                browsing.workspace.database().answers().given(STUDY, QUESTION).get(0);
        String form = ABOUT + "&order=list&answer=" + answer.id().value();

        HttpResponse<String> ticked = browsing.post(
                "/review/toggle", form + "&value=" + SampleStudy.id("Soutien").value());
        assertThat(ticked.statusCode()).isEqualTo(303);
        assertThat(ticked.headers().firstValue("Location").orElseThrow())
                .contains("answer=" + answer.id().value());
        HttpResponse<String> finished = browsing.post("/review/finish", form);
        assertThat(finished.headers().firstValue("Location").orElseThrow())
                .doesNotContain(answer.id().value());
        assertThat(browsing.get("/").body()).contains("1 réponse codée sur 120");
    }

    @Test
    void theAnswerIsShownAsWrittenAndAttributesOnlyOnRequest() {
        String page = browsing.get("/review?" + ABOUT + "&order=list").body();

        assertThat(page).contains("Du soutien moral toute l’année").doesNotContain("droit");
    }

    @Test
    void anAnswerIdThatIsNoneIsRefusedWithoutAStackTrace() {
        HttpResponse<String> page = browsing.get("/review?" + ABOUT + "&answer=../../etc");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Rechargez la page").doesNotContain("Exception");
    }

    @Test
    void aCodeIsCreatedFromASearchAndFromTickedAnswers() {
        assertThat(browsing.get("/answers?" + ABOUT + "&search=stage").body())
                .contains(
                        "Donner un code à ces réponses",
                        "Donner aux 15 réponses trouvées",
                        "<option value=\"Conseils\">");
        String found = ABOUT + "&search=stage&status=all&wave=&page=1&as=Marie&name=Insertion";

        HttpResponse<String> given = browsing.post("/answers/give", found + "&act=all");
        assertThat(given.statusCode()).isEqualTo(303);
        String after = given.headers().firstValue("Location").orElseThrow();
        assertThat(browsing.get(after).body())
                .contains("15 réponses l’ont reçu.", "<span class=\"label\">Insertion</span>");
        assertThat(browsing.workspace
                        .database()
                        .codebooks()
                        .current(STUDY, QUESTION)
                        .codes())
                .extracting(Code::name)
                .contains("Insertion");

        assertThat(browsing.post("/answers/give", found + "&act=ticked").body())
                .contains("Aucune réponse n’est cochée");
        assertThat(browsing.post("/answers/give", found.replace("Marie", "Paul") + "&act=all")
                        .statusCode())
                .isEqualTo(422);
        Answer other =
                browsing.workspace.database().answers().given(STUDY, QUESTION).get(0);
        String ticked = ABOUT + "&as=Marie&name=insertion&act=ticked&answer="
                + other.id().value();
        assertThat(browsing.get(browsing.post("/answers/give", ticked)
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .body())
                .contains("1 réponse l’a reçu.");
        assertThat(browsing.get(browsing.post("/answers/undo", ABOUT + "&as=Marie")
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .body())
                .contains("Annulé pour 1 réponse");
    }

    @Test
    void theListTurnsItsPagesAndFilters() {
        assertThat(browsing.get("/answers?" + ABOUT).body()).contains("120 réponses", "Page 1 sur 3");
        assertThat(browsing.get("/answers?" + ABOUT + "&page=3").body()).contains("Page 3 sur 3", "rel=\"prev\"");
        assertThat(browsing.get("/answers?" + ABOUT + "&search=stage").body())
                .contains("15 réponses")
                .doesNotContain("moral");
        assertThat(browsing.get("/answers?" + ABOUT + "&wave=2020-2021").body()).contains("60 réponses");
    }

    @Test
    void renamingACodeKeepsItsIdAndTheEarlierVersion() {
        Code before = codebook().byName("Soutien").orElseThrow();

        HttpResponse<String> answer = browsing.post(
                "/codebook/change",
                ABOUT + "&kind=edit&id=" + before.id().value()
                        + "&name=Appui&theme=&definition=&include=&exclude=&examples=&colour=");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(codebook().byId(before.id()).orElseThrow().name()).isEqualTo("Appui");
        assertThat(codebook().version()).isEqualTo(2);
        assertThat(browsing.get("/codebook?" + ABOUT + "&version=1").body())
                .contains("Ceci est la version 1", "Soutien")
                .doesNotContain("Appui</h3>");
    }

    @Test
    void aCodeIsAddedOnceAndRetired() {
        browsing.post("/codebook/add", ABOUT + "&name=Stage");
        browsing.post("/codebook/add", ABOUT + "&name=Stage");
        Code stage = codebook().byName("Stage").orElseThrow();
        assertThat(codebook().codes()).hasSize(4);

        browsing.post(
                "/codebook/change", ABOUT + "&kind=retire&id=" + stage.id().value());
        assertThat(codebook().byName("Stage")).isEmpty();
        browsing.post("/codebook/add", ABOUT + "&name=Stage");
        // Codings of the retired code must not reappear under the new one.
        assertThat(codebook().byName("Stage").orElseThrow().id()).isNotEqualTo(stage.id());
    }

    @Test
    void aColourThatIsNoneKeepsWhatWasTyped() {
        Code code = codebook().codes().get(0);

        HttpResponse<String> page = browsing.post(
                "/codebook/change",
                ABOUT + "&kind=edit&id=" + code.id().value()
                        + "&name=Soutien&definition=Une%20longue%20phrase&colour=vert");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("«\u00a0vert\u00a0»", "Une longue phrase");
        assertThat(codebook().version()).isEqualTo(1);
    }

    @Test
    void wordsOfLikeMeaningThatTheAnswersUseAreOfferedForASingleWord() {
        assertThat(browsing.get("/answers/also?study=tutorat&question=apports&search=appui")
                        .body())
                .contains("search=soutien");
        assertThat(browsing.get("/answers/also?study=tutorat&question=apports&search=appui%20moral")
                        .body())
                .isBlank();
    }
}

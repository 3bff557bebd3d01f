package org.verbacode.web.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.study.Answer;
import org.verbacode.web.Browsing;
import org.verbacode.web.page.Links;
import org.verbacode.workflow.SampleStudy;

class IdentityPagesTest {
    private static final String WHERE = "study=tutorat";

    @TempDir
    Path folder;

    private Browsing browsing;
    private Answer named;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
        named = SampleStudy.in(browsing.workspace(), 4).give("N1", "Écrivez-moi à lea@exemple.be");
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    private String text() {
        return browsing.workspace()
                .database()
                .answers()
                .find(named.id())
                .orElseThrow()
                .text();
    }

    @Test
    void thePageNamesItsStudyAndLeadsToItsQuestions() {
        assertThat(browsing.get("/identities?" + WHERE).body())
                .contains("<span class=\"crumb\">tutorat</span>")
                .contains("href=\"/answers?study=tutorat&amp;question=apports\"");
    }

    @Test
    void whatIsTickedIsMaskedAndTheOriginalGoesWhenTheResearcherIsSure() throws InterruptedException {
        browsing.outcome(browsing.post("/identities/find", WHERE));
        String page = browsing.get("/identities?" + WHERE).body();
        assertThat(page).contains("<mark>lea@exemple.be</mark>", "[COURRIEL]");
        String find = page.replaceAll("(?s).*name=\"find\" value=\"([^\"]+)\".*", "$1");

        assertThat(browsing.outcome(browsing.post("/identities/mask", WHERE + "&find=" + Links.encoded(find))))
                .contains("1 réponse masquée");
        assertThat(text()).isEqualTo("Écrivez-moi à [COURRIEL]");

        assertThat(browsing.post("/identities/purge", WHERE).statusCode()).isEqualTo(422);
        assertThat(browsing.get("/identities?" + WHERE).body()).contains("1 texte d’origine est encore gardé");
        assertThat(browsing.outcome(browsing.post("/identities/purge", WHERE + "&sure=yes")))
                .contains("Le texte d’origine de 1 réponse est effacé");
        assertThat(browsing.get("/identities?" + WHERE).body()).doesNotContain("/identities/purge");
    }
}

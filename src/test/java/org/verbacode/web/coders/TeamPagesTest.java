package org.verbacode.web.coders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Round;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.web.Browsing;
import org.verbacode.workflow.SampleStudy;

/** The pages of a team over HTTP, from a draw to what was settled. */
class TeamPagesTest {
    private static final String ABOUT = "study=tutorat&question=apports";
    private static final CoderName ANNE = new CoderName("Anne");
    private static final CoderName BORIS = new CoderName("Boris");

    @TempDir
    Path folder;

    private Browsing browsing;
    private SampleStudy sample;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder).withCookie("verbacode-coder", "Anne");
        sample = SampleStudy.in(browsing.workspace, 40);
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    private Round draw() {
        HttpResponse<String> drawn =
                browsing.post("/team/draw", ABOUT + "&for=double_coding&n=4&coder=Anne&others=Boris&name=essai&seed=3");
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(303);
        return browsing.workspace.database().rounds().all().get(0);
    }

    private void code(Round round, CoderName coder, String... codes) {
        round.draw().answers().forEach(id -> sample.code(coder, answer(id), List.of(codes)));
    }

    private Answer answer(AnswerId id) {
        return browsing.workspace.database().answers().find(id).orElseThrow();
    }

    private String page(String path) {
        HttpResponse<String> page = browsing.get(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    @Test
    void aRoundIsDrawnCodedComparedAndSettled() {
        Round round = draw();
        assertThat(page("/team?" + ABOUT)).contains("essai", "Coder ce tirage", "Anne 0/4", "Boris 0/4");
        code(round, ANNE, "Soutien");
        assertThat(page("/settle?" + ABOUT)).contains("Il n’y a rien à trancher");
        code(round, BORIS, "Conseils");

        assertThat(page("/agreement?" + ABOUT + "&draw=essai")).contains("4 réponses codées autrement", "Anne seul");
        String settle = page("/settle?" + ABOUT + "&draw=essai");
        assertThat(settle).contains("4 à trancher, 0 tranchées", "Soutien", "Conseils", "/settle/similar?answer=");
        String id = settle.replaceAll("(?s).*name=\"answer\" value=\"([0-9a-f]{32})\".*", "$1");
        browsing.post(
                "/settle",
                ABOUT + "&draw=essai&act=settle&answer=" + id + "&code="
                        + SampleStudy.id("Soutien").value());

        Coding agreed = browsing.workspace
                .database()
                .codings()
                .counting(new AnswerId(id))
                .orElseThrow();
        assertThat(agreed.coder()).isEqualTo(CoderName.AGREED);
        assertThat(agreed.applied()).containsExactly(SampleStudy.id("Soutien"));
        assertThat(browsing.workspace
                        .database()
                        .codings()
                        .of(new AnswerId(id), BORIS)
                        .orElseThrow()
                        .applied())
                .as("the coders' own codings stay")
                .containsExactly(SampleStudy.id("Conseils"));
        assertThat(page("/settle?" + ABOUT + "&draw=essai")).contains("3 à trancher, 1 tranchées");
        assertThat(browsing.get("/settle/similar?answer=" + id).statusCode()).isEqualTo(200);
        assertThat(browsing.get("/settle/similar?answer=none").statusCode()).isEqualTo(422);
        HttpResponse<String> late = browsing.post("/settle", ABOUT + "&draw=essai&act=settle&seen=none&answer=" + id);
        assertThat(late.statusCode()).as("somebody else has settled it").isEqualTo(409);
        assertThat(page("/corrections?" + ABOUT)).contains("Aucun codage d’accord ne diffère du vôtre");

        browsing.post("/settle", ABOUT + "&draw=essai&act=undo");
        assertThat(page("/settle?" + ABOUT + "&draw=essai")).contains("4 à trancher, 0 tranchées");
    }

    @Test
    void aCoderSeesHowTheAgreedCodingDiffersFromTheirs() {
        Round round = draw();
        code(round, ANNE, "Soutien");
        code(round, BORIS, "Conseils");
        String id = round.draw().answers().get(0).value();
        browsing.post(
                "/settle",
                ABOUT + "&draw=essai&act=settle&answer=" + id + "&code="
                        + SampleStudy.id("Conseils").value());

        String unread = page("/corrections?" + ABOUT);
        assertThat(unread).contains("Corrigées\u00a0: 1, dont", "1 Soutien → Conseils", "À lire\u00a0: 1");
        assertThat(page("/")).contains("lire 1 correction de vos codages");
        assertThat(page("/team?" + ABOUT)).contains("<strong>1</strong><span class=\"hidden\"> Corrections à lire");

        String shown = unread.replaceAll("(?s).*name=\"shown\" value=\"([0-9A-Z]{26})\".*", "$1");
        assertThat(browsing.post("/corrections/read", ABOUT + "&shown=" + shown)
                        .headers()
                        .firstValue("Location"))
                .contains("/corrections?" + ABOUT);
        assertThat(page("/corrections?" + ABOUT))
                .contains("Vous les avez toutes lues", "Déjà lues\u00a0: 1", "Soutien → Conseils")
                .doesNotContain("J’ai lu");
        assertThat(page("/")).doesNotContain("correction de vos codages");
    }

    @Test
    void theTeamPageBeginsWithOnesOwnWork() {
        Round round = draw();
        Answer drawn = answer(round.draw().answers().get(0));
        sample.code(ANNE, drawn, List.of("Soutien"));
        browsing.workspace.database().codings().note(drawn.id(), ANNE, "ambigu");

        assertThat(page("/team?" + ABOUT))
                .contains("Mon travail", "1 à l’aveugle", "essai\u00a0: 1 sur 4", "Continuer")
                .contains("&amp;part=notes\"><strong>1</strong>", "&amp;status=finished\"><strong>1</strong>")
                .doesNotContain("part=unread");
        assertThat(page("/doubts?" + ABOUT + "&part=notes")).contains("ambigu");
        assertThat(page("/doubts?" + ABOUT + "&part=unread"))
                .contains("Il n’y en a aucun")
                .doesNotContain("ambigu");
    }

    @Test
    void aDefinitionIsMadeClearerWhileSettling() {
        Round round = draw();
        code(round, ANNE, "Soutien");
        code(round, BORIS, "Conseils");
        assertThat(page("/settle?" + ABOUT + "&draw=essai")).contains("Préciser une définition");

        HttpResponse<String> defined = browsing.post(
                "/settle/definition",
                ABOUT + "&draw=essai&definition=Avis%20concret&id="
                        + SampleStudy.id("Conseils").value());

        assertThat(page(defined.headers().firstValue("Location").orElseThrow()))
                .contains("Revoir les réponses de ce code");
        assertThat(browsing.workspace
                        .database()
                        .codebooks()
                        .current(STUDY, QUESTION)
                        .byId(SampleStudy.id("Conseils"))
                        .orElseThrow()
                        .definition())
                .isEqualTo("Avis concret");
    }

    @Test
    void whatCannotBeSettledBecomesADoubt() {
        Round round = draw();
        code(round, ANNE, "Soutien");
        code(round, BORIS);
        String id = round.draw().answers().get(0).value();

        browsing.post("/settle", ABOUT + "&draw=essai&act=off&note=ambigu&answer=" + id);

        assertThat(page("/settle?" + ABOUT + "&draw=essai")).contains("4 à trancher");
        assertThat(page("/doubts?" + ABOUT)).contains("ambigu", "accord");
        assertThat(browsing.workspace
                        .database()
                        .codings()
                        .counting(new AnswerId(id))
                        .orElseThrow()
                        .coder())
                .isNotEqualTo(CoderName.AGREED);
    }

    @Test
    void aPacketIsDownloadedAndItsFilledTableTakenBack() {
        draw();
        HttpResponse<String> packet = browsing.get("/packet?" + ABOUT + "&draw=essai&coder=Boris&kind=csv");
        assertThat(packet.headers().firstValue("Content-Disposition").orElse(""))
                .contains("essai-Boris.csv");
        String filled = packet.body().replaceAll(",,,(\\r?\\n)", ",1,,$1");

        HttpResponse<String> merged =
                browsing.upload("/packet/merge", List.of(), new Browsing.Sent("packet", "Boris.csv", filled));

        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        assertThat(merged.body()).contains("Codages nouveaux</dt><dd><strong>4</strong>");
        assertThat(browsing.workspace.database().codings().ofQuestion(STUDY, QUESTION))
                .hasSize(4)
                .allSatisfy(coding -> assertThat(coding.coder()).isEqualTo(BORIS));
        assertThat(browsing.upload(
                                "/packet/merge", List.of(), new Browsing.Sent("packet", "autre.csv", "id,code\n1,2\n"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoLeadsGivesRolesAndNamesTheReferenceCoder() {
        browsing.post("/team/person", ABOUT + "&name=Claire%20Martin&role=leads");

        assertThat(browsing.workspace.database().coders().of(STUDY))
                .containsExactly(new Coder(new CoderName("Claire Martin"), "CM", Coder.Role.LEADS));
        assertThat(browsing.post("/team/reference", ABOUT + "&name=Boris").statusCode())
                .as("Anne does not lead")
                .isEqualTo(422);
        assertThat(browsing.post("/team/draw", ABOUT + "&for=audit&n=4").statusCode())
                .isEqualTo(422);
        assertThat(page("/team?" + ABOUT)).doesNotContain("Nouveau tirage").contains("Claire Martin");
    }

    @Test
    void aDoubtIsAnsweredByWhoLeadsAndComesBackToTheCoder() {
        Answer answer =
                browsing.workspace.database().answers().given(STUDY, QUESTION).get(0);
        sample.code(ANNE, answer, List.of());
        browsing.workspace.database().codings().note(answer.id(), ANNE, "Soutien ou écoute ?");
        assertThat(page("/doubts?" + ABOUT)).contains("Soutien ou écoute");

        browsing.post("/doubts/reply", ABOUT + "&to=Anne&answer=" + answer.id() + "&text=Plut%C3%B4t%20soutien");
        assertThat(page("/doubts?" + ABOUT)).contains("Plutôt soutien", "J’ai lu");
        assertThat(page("/review?" + ABOUT + "&order=list&status=all&answer=" + answer.id()))
                .contains("Anne répond", "Plutôt soutien");
        String reply = browsing.workspace
                .database()
                .coders()
                .replies(STUDY, QUESTION)
                .get(0)
                .id()
                .value();
        browsing.post("/doubts/read", ABOUT + "&reply=" + reply);

        assertThat(page("/doubts?" + ABOUT)).contains("Plutôt soutien").doesNotContain("J’ai lu");
    }

    @Test
    void homeLeadsToTheRoundThenToTheDifferences() {
        Round round = draw();
        assertThat(page("/")).contains("coder le tirage «\u00a0essai\u00a0»");
        code(round, ANNE, "Soutien");
        code(round, BORIS, "Conseils");
        browsing.workspace.database().answers().given(STUDY, QUESTION).stream()
                .filter(answer -> !round.draw().answers().contains(answer.id()))
                .forEach(answer -> sample.code(ANNE, answer, List.of()));

        assertThat(page("/")).contains("trancher 4 différences entre codeurs");
    }

    @Test
    void wrongFormsGetASentence() {
        for (Map.Entry<String, String> wrong : List.of(
                Map.entry("/team/draw", "&n=many"),
                Map.entry("/team/draw", "&n=4&seed=abc&coder=A&coder=B"),
                Map.entry("/team/close", "&draw=nothing"),
                Map.entry("/settle", "&act=settle&answer=xyz"),
                Map.entry("/settle", "&draw=nothing"),
                Map.entry("/doubts/reply", "&to=Anne&answer=xyz&text=a"),
                Map.entry("/doubts/read", "&reply=xyz"),
                Map.entry("/corrections/read", "&shown=xyz"))) {
            HttpResponse<String> page = browsing.post(wrong.getKey(), ABOUT + wrong.getValue());
            assertThat(page.statusCode()).as(wrong.toString()).isEqualTo(422);
        }
    }
}

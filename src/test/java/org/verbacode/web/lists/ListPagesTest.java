package org.verbacode.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Provenance;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.web.Browsing;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.review.BlindAnswers;

class ListPagesTest {
    private static final String WHERE = "study=tutorat&question=apports";
    private static final CoderName MARIE = new CoderName("Marie");
    private static final Pattern TICKABLE = Pattern.compile("name=\"answer\" value=\"([0-9a-f-]+)\"");

    @TempDir
    Path folder;

    private Browsing browsing;
    private SampleStudy sample;

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder).withCookie("verbacode-coder", "Marie");
        sample = SampleStudy.in(browsing.workspace, 40);
    }

    @AfterEach
    void stop() {
        browsing.close();
    }

    private List<Answer> given() {
        return browsing.workspace.database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION);
    }

    private Optional<Coding> coding(String answer) {
        return browsing.workspace.database().codings().of(new AnswerId(answer), MARIE);
    }

    private static List<String> tickable(String page) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = TICKABLE.matcher(page);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    /** The page that a form leads to. */
    private String after(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return browsing.get(response.headers().firstValue("Location").orElseThrow())
                .body();
    }

    @Test
    void tickedAnswersAreTakenTogetherAndTakenBackTogether() {
        sample.suggested();
        List<String> ids = tickable(browsing.get("/lists?" + WHERE).body()).subList(0, 3);
        String form = WHERE + "&list=code&as=Marie&act=take&code="
                + SampleStudy.id("Soutien").value()
                + ids.stream().map(id -> "&answer=" + id).collect(Collectors.joining());

        assertThat(after(browsing.post("/lists/decide", form))).contains("Le code s’applique à 3 réponses.");

        assertThat(ids).allSatisfy(id -> assertThat(coding(id).orElseThrow())
                .matches(coding -> coding.manner() == Provenance.Manner.BULK && !coding.finished()));
        assertThat(after(browsing.post("/lists/undo", WHERE + "&list=code"))).contains("Annulé pour 3 réponses.");
        assertThat(ids).allMatch(id -> coding(id).isEmpty());
        assertThat(after(browsing.post("/lists/redo", WHERE + "&list=code"))).contains("Rétabli pour 3 réponses.");
    }

    @Test
    void theButtonOfARowDecidesOnThatRowAloneWhateverIsTicked() {
        sample.suggested();
        List<String> ids = tickable(browsing.get("/lists?" + WHERE).body());
        String form = WHERE + "&list=code&code=" + SampleStudy.id("Soutien").value() + "&answer=" + ids.get(0)
                + "&finish=1&act=refuse:" + ids.get(1);

        after(browsing.post("/lists/decide", form));

        assertThat(coding(ids.get(0))).isEmpty();
        assertThat(coding(ids.get(1)).orElseThrow())
                .matches(coding -> coding.finished() && coding.applied().isEmpty());
    }

    @Test
    void theReviewScreenShowsWhatWasDecidedInAList() {
        sample.suggested();
        String id = tickable(browsing.get("/lists?" + WHERE).body()).get(0);
        browsing.get("/review?" + WHERE + "&order=list&status=all&way=code_first&answer=" + id);
        after(browsing.post(
                "/lists/decide",
                WHERE + "&list=code&act=take&answer=" + id + "&code="
                        + SampleStudy.id("Soutien").value()));

        assertThat(browsing.get("/review?" + WHERE + "&order=list&status=all&way=code_first&answer=" + id)
                        .body())
                .contains("tick decided");
    }

    @Test
    void aGroupOfIdenticalAnswersIsCodedOnOnePage() {
        String group = given().stream()
                .filter(answer -> answer.text().equals("Soutien"))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        assertThat(browsing.get("/lists?list=identical&" + WHERE).body()).contains("10 réponses, 10 à coder");
        assertThat(browsing.get("/lists?list=identical&" + WHERE + "&group=" + group)
                        .body())
                .contains("soutien !", "Coder ces 10 réponses");

        String form = WHERE + "&list=identical&act=code&group=" + group + "&code="
                + SampleStudy.id("Soutien").value();
        assertThat(after(browsing.post("/lists/together", form))).contains("10 réponses codées et terminées.");
        assertThat(coding(group).orElseThrow().applied()).containsExactly(SampleStudy.id("Soutien"));
    }

    @Test
    void codingAGroupWithoutACodeMustBeSaid() {
        String group = given().get(0).id().value();
        HttpResponse<String> answer =
                browsing.post("/lists/together", WHERE + "&list=identical&act=code&group=" + group);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Aucun code n’est coché");
        assertThat(browsing.workspace.database().codings().latest()).isEmpty();
    }

    @Test
    void answersWithoutContentAreTickedUnlessNothingMayBeTheAnswer() {
        Answer sign = sample.give("A", "/");
        Answer rien = given().stream()
                .filter(answer -> answer.text().startsWith("Rien"))
                .findFirst()
                .orElseThrow();
        String page = browsing.get("/lists?list=empty&" + WHERE).body();

        assertThat(page)
                .containsPattern("value=\"" + sign.id().value() + "\"[^>]* checked")
                .doesNotContainPattern("value=\"" + rien.id().value() + "\"[^>]* checked");
        assertThat(browsing.workspace.database().codings().latest()).isEmpty();

        assertThat(after(browsing.post(
                        "/lists/together",
                        WHERE + "&list=empty&act=none&group=" + sign.id().value())))
                .contains("1 réponse terminée\u00a0: aucun code ne s’applique.");
    }

    @Test
    void differencesShowBothCodingsAndLinkToTheReviewScreen() {
        sample.suggested();
        Answer answer = given().get(1);
        sample.code(MARIE, answer, List.of("Écoute"));

        assertThat(browsing.get("/lists?list=differences&" + WHERE).body())
                .contains("Écoute", "Soutien", "answer=" + answer.id().value());
    }

    @Test
    void theListOfAnswersShowsOthersCodesExceptOnAnswersToBeCodedBlind() {
        sample.coded(new CoderName("Paul"), 40);
        BlindAnswers nothingFinished = BlindAnswers.of(List.of());
        long hidden = given().stream()
                .filter(answer -> nothingFinished.isBlind(answer.id()))
                .count();
        long shown = given().stream()
                .filter(answer ->
                        answer.text().toLowerCase(java.util.Locale.ROOT).contains("soutien"))
                .filter(answer -> !nothingFinished.isBlind(answer.id()))
                .count();

        String page = browsing.get("/answers?" + WHERE).body();

        assertThat(hidden).isPositive();
        assertThat(Pattern.compile("caché, à coder sans aide")
                        .matcher(page)
                        .results()
                        .count())
                .isEqualTo(hidden);
        assertThat(Pattern.compile("label quiet\">Soutien")
                        .matcher(page)
                        .results()
                        .count())
                .isEqualTo(shown);
    }

    @Test
    void aPageOpenedUnderAnotherNameStoresNothing() {
        Answer answer = given().get(0);
        HttpResponse<String> refused = browsing.post(
                "/table/decide",
                WHERE + "&as=Paul&applies=true&answer=" + answer.id().value() + "&code="
                        + SampleStudy.id("Soutien").value());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Marie");
        assertThat(browsing.workspace.database().codings().latest()).isEmpty();
    }

    @Test
    void theTableSendsItsRowsAndEachChangeComesBackAsStored() {
        Answer answer = given().get(0);
        String id = answer.id().value();
        assertThat(browsing.get("/table?" + WHERE).body()).contains("role=\"grid\"", "Appui", "Écoute");
        assertThat(browsing.get("/table/rows?" + WHERE).body())
                .contains("[\"" + id
                        + "\",\"Du soutien moral toute l’année\",\"2019-2020\",\"...\",\"to_do\",0,\"none\"]")
                .doesNotContain("droit");

        String form = WHERE + "&answer=" + id;
        String code = "&code=" + SampleStudy.id("Soutien").value();
        assertThat(browsing.post("/table/decide", form + code + "&applies=true").body())
                .contains("\"1..\",\"begun\"");
        assertThat(browsing.post("/table/finish", form + "&ending=ticked").body())
                .contains("\"100\",\"finished\"");
        assertThat(browsing.post("/table/undo", WHERE).body()).contains("\"1..\",\"begun\"");
        assertThat(browsing.post("/table/decide", form + code + "&applies=peut-être")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browsing.post("/table/attributes", WHERE).body()).contains("\"section\":\"droit\"");
    }
}

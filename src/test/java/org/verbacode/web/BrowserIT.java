package org.verbacode.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.ModelName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.comparison.CompareModels;
import org.verbacode.workflow.model.SuggestCodes;
import org.verbacode.workflow.model.TrainModel;
import org.verbacode.workflow.quality.MeasureQuality;

class BrowserIT extends InChromium {
    private static final String REVIEW = "review?study=tutorat&question=apports";

    @BeforeEach
    void study() {
        SampleStudy.in(browsing.workspace, 60);
    }

    private Page open(String path) {
        return open(path, 1280, ColorScheme.LIGHT);
    }

    private List<Coding> codings() {
        return browsing.workspace.database().codings().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION);
    }

    @Test
    void codingByKeysFiltersTakesFinishesAndUndoes() {
        Page tab = open(REVIEW);
        String first = tab.locator("#place [name=answer]").inputValue();

        type(tab, "e", "c", "o");
        assertThat(tab.locator("#codes .code:visible")).hasCount(1);
        type(tab, "Enter");
        assertThat(tab.locator(".ticked .decided span").first()).hasText("Écoute");
        type(tab, "Enter");
        assertThat(tab.locator("#place [name=answer]")).not().hasValue(first);
        assertThat(codings()).singleElement().matches(Coding::finished);

        type(tab, "Control+z");
        assertThat(tab.locator("#place [name=answer]")).hasValue(first);
        tab.reload();
        type(tab, "Control+z");
        assertThat(tab.locator(".ticked .tick")).hasCount(0);
        assertThat(codings()).isEmpty();
        type(tab, "Control+y");
        assertThat(tab.locator(".ticked .decided span").first()).hasText("Écoute");
    }

    @Test
    void enterOnNothingSaysTheKeysAndZeroFinishesWithoutCodes() {
        Page tab = open(REVIEW);
        String first = tab.locator("#place [name=answer]").inputValue();

        type(tab, "Enter");
        assertThat(tab.locator("#notice")).containsText("0 = aucun ne s’applique");
        assertThat(codings()).isEmpty();
        type(tab, "0");
        assertThat(tab.locator("#place [name=answer]")).not().hasValue(first);
        assertThat(codings())
                .singleElement()
                .matches(coding -> coding.finished() && coding.applied().isEmpty());
    }

    @Test
    void anUnknownNameOffersToCreateTheCode() {
        Page tab = open(REVIEW);

        tab.keyboard().type("Stage");
        assertThat(tab.locator("#codes .create button")).hasText("Créer le code « Stage »");
        type(tab, "Enter");
        assertThat(tab.locator(".ticked .decided span").first()).hasText("Stage");
        assertThat(browsing.workspace
                        .database()
                        .codebooks()
                        .current(SampleStudy.STUDY, SampleStudy.QUESTION)
                        .byName("Stage"))
                .isPresent();
    }

    @Test
    void arrowsMoveBetweenAnswersAndCodesAndSlashSearches() {
        Page tab = open(REVIEW);
        String first = tab.locator("#place [name=answer]").inputValue();

        type(tab, "ArrowDown");
        assertThat(tab.locator("#definition")).containsText("Être soutenu");
        type(tab, "ArrowRight");
        assertThat(tab.locator("#place [name=answer]")).not().hasValue(first);
        type(tab, "ArrowLeft");
        assertThat(tab.locator("#place [name=answer]")).hasValue(first);
        type(tab, "/");
        tab.keyboard().type("précieux");
        type(tab, "Enter");
        assertThat(tab.locator("#text")).containsText("précieux");
        assertThat(codings()).isEmpty();
    }

    @Test
    void theDefinitionIsThatOfTheCodeInFocusAndOnANewAnswerOfTheFirstProposed() {
        SampleStudy.in(browsing.workspace, 60).suggested();
        Page tab = open(REVIEW + "&order=list&way=verify");
        while (tab.locator(".proposal").count() == 0) {
            type(tab, "ArrowRight");
            tab.waitForTimeout(100);
        }
        assertThat(tab.locator("#definition h3")).hasText("Soutien");
        tab.locator(".proposal").nth(1).focus();
        assertThat(tab.locator("#definition h3")).hasText("Conseils");
        tab.locator("#note").focus();
        assertThat(tab.locator("#definition h3")).hasText("Soutien");
        tab.locator("#codes .code", new Page.LocatorOptions().setHasText("Écoute"))
                .hover();
        assertThat(tab.locator("#definition h3")).hasText("Écoute");
        tab.locator("#text").hover();
        assertThat(tab.locator("#definition h3")).hasText("Soutien");
        type(tab, "Escape", "ArrowDown", "ArrowDown");
        String chosen = tab.locator("#codes .active").getAttribute("data-name");
        assertThat(tab.locator("#definition h3")).hasText(chosen);
        type(tab, "ArrowRight");
        assertThat(tab.locator("#codes .active")).hasCount(0);
        assertThat(tab.locator("#definition")).not().containsText(chosen);
    }

    @Test
    void whatAProposalIsWorthShowsWhereItIsInFocusOrPointedAt() {
        trained();
        Page tab =
                open(REVIEW + "&order=by_code&code=" + SampleStudy.id("Soutien").value() + "&status=others");
        assertThat(tab.locator(".worth:visible")).hasCount(0);
        type(tab, "Tab");
        tab.locator(".proposal").first().focus();
        assertThat(tab.locator(".worth").first()).isVisible();
        assertThat(tab.locator(".proposal").first()).hasAccessibleDescription(Pattern.compile("[Cc]e code"));
        tab.locator("#filter").focus();
        assertThat(tab.locator(".worth:visible")).hasCount(0);
        tab.locator(".proposal").first().hover();
        assertThat(tab.locator(".worth").first()).isVisible();
    }

    @Test
    void chartsAreDarkWhereThePageIs() {
        trained();
        String drawn = "document.querySelector('.chart img').currentSrc";
        for (String path : List.of("model?study=tutorat&question=apports", "results?study=tutorat&question=apports")) {
            assertThat((String) open(path, 1280, ColorScheme.DARK).evaluate(drawn))
                    .endsWith("&colours=dark");
            assertThat((String) open(path, 1280, ColorScheme.LIGHT).evaluate(drawn))
                    .doesNotContain("colours");
        }
    }

    @Test
    void noteAndDoubtAreKeptAndTheListOfKeysOpens() {
        Page tab = open(REVIEW);
        String first = tab.locator("#place [name=answer]").inputValue();

        type(tab, "F2");
        tab.keyboard().type("à discuter");
        type(tab, "Tab");
        assertThat(tab.locator("#notice")).containsText("Note enregistrée");
        type(tab, "Escape");
        tab.keyboard().type("conseils");
        type(tab, "Enter");
        assertThat(tab.locator(".ticked .tick")).hasCount(1);
        type(tab, "Shift+Enter");
        assertThat(tab.locator("#place [name=answer]")).not().hasValue(first);
        type(tab, "ArrowLeft");
        type(tab, "F1");
        assertThat(tab.locator("#keys")).isVisible();
        assertThat(codings()).singleElement().matches(Coding::doubt);
    }

    @Test
    void digitsToggleWhatTheModelProposes() {
        SampleStudy.in(browsing.workspace, 60).suggested();
        Page tab = open(REVIEW + "&order=list");
        while (tab.locator(".proposal").count() == 0) {
            type(tab, "ArrowRight");
            tab.waitForTimeout(100);
        }
        assertThat(tab.locator(".ticked .standing")).hasCount(1);
        type(tab, "2");
        assertThat(tab.locator(".ticked .tick")).hasCount(2);
        type(tab, "1");
        assertThat(tab.locator(".ticked .tick span").first()).hasText("Conseils");
        type(tab, "Enter");
        assertThat(tab.locator(".ticked .decided")).hasCount(0);
        assertThat(codings()).singleElement().matches(coding -> coding.applied()
                .equals(java.util.Set.of(SampleStudy.id("Conseils"))));
    }

    @Test
    void theAttributesUnfoldOnRequestOnly() {
        Page tab = open(REVIEW);

        assertThat(tab.content()).doesNotContain("droit");
        tab.locator(".respondent summary").click();
        assertThat(tab.locator(".attributes")).containsText("droit");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aSurveyIsImportedCodedByKeysAndCounted() {
        Page tab = open("import");
        tab.locator("#study").fill("mentorat");
        tab.locator("#file").setInputFiles(Path.of("corpus", "reponses-2019-2020.csv"));
        tab.locator("main button.primary").click();
        assertThat(tab.locator("h1")).containsText("reponses-2019-2020.csv");
        picture(tab, "import-preview-1280");
        assertAccessible(tab, "import");
        tab.locator("form[action='/import/run'] button.primary").click();
        assertThat(tab.locator("#job a.button")).isVisible();
        assertThat(tab.locator("#job")).containsText("réponses nouvelles");
        tab.locator("#job a.button").click();

        tab.locator("a[href*='study=mentorat'][href*='question=apports']")
                .first()
                .click();
        assertThat(tab.locator("[data-review][data-ready]")).isVisible();
        tab.keyboard().type("Soutien");
        type(tab, "Enter", "Enter");
        assertThat(tab.locator(".queue-progress strong")).hasText("1");

        tab.locator(".sections a[href^='/results']").click();
        assertThat(tab.locator("main svg, main img").first()).isVisible();
        assertThat(tab.locator("main")).containsText("Soutien");
        picture(tab, "journey-results-1280");
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("studies", "");
        pages.put("coder", "coder");
        pages.put("import", "import");
        pages.put("review", REVIEW + "&order=list&status=others");
        pages.put("review-empty", REVIEW + "&search=introuvable");
        pages.put("answers", "answers?study=tutorat&question=apports");
        pages.put("codebook", "codebook?study=tutorat&question=apports");
        pages.put("codebook-history", "codebook/history?study=tutorat&question=apports");
        pages.put(
                "codebook-code",
                "codebook/code?study=tutorat&question=apports&id="
                        + SampleStudy.id("Soutien").value());
        pages.put(
                "codebook-preview",
                "codebook/change?study=tutorat&question=apports&kind=retire&id="
                        + SampleStudy.id("Soutien").value());
        pages.put("team", "team?study=tutorat&question=apports");
        pages.put("agreement", "agreement?study=tutorat&question=apports");
        pages.put("settle", "settle?study=tutorat&question=apports");
        pages.put("corrections", "corrections?study=tutorat&question=apports");
        pages.put("doubts", "doubts?study=tutorat&question=apports");
        pages.put("model", "model?study=tutorat&question=apports");
        pages.put("compare", "model/compare?study=tutorat&question=apports");
        pages.put("wave", "model/wave?study=tutorat&question=apports&wave=2020-2021");
        pages.put("identities", "identities?study=tutorat");
        pages.put("results", "results?study=tutorat&question=apports");
        pages.put("error", "review?study=inconnue&question=apports");
        return pages;
    }

    /**
     * Codes some answers, trains two versions and compares them, and suggests for all answers; the version in use has
     * not learned from the second wave.
     */
    private void trained() {
        SampleStudy sample = SampleStudy.in(browsing.workspace, 60).coded(new CoderName("Anna"), 10);
        TrainModel training = new TrainModel(browsing.workspace);
        training.run(SampleStudy.STUDY, SampleStudy.QUESTION, List.of(), Progress.NONE);
        sample.coded(new CoderName("Anna"), 30);
        training.run(SampleStudy.STUDY, SampleStudy.QUESTION, List.of(SampleStudy.FIRST), Progress.NONE);
        sample.coded(new CoderName("Anna"), 60);
        new CompareModels(browsing.workspace)
                .run(new ModelName("tutorat-apports-1"), new ModelName("tutorat-apports-2"), Progress.NONE);
        new SuggestCodes(browsing.workspace)
                .run(
                        new SuggestCodes.Request(
                                SampleStudy.STUDY, SampleStudy.QUESTION, Optional.empty(), Optional.empty()),
                        Progress.NONE);
        new MeasureQuality(browsing.workspace).run(SampleStudy.STUDY, SampleStudy.QUESTION, Progress.NONE);
    }

    @Test
    void whatWeighedIsUnderlinedAndSimilarAnswersShowTheirCodes() {
        trained();
        Page tab =
                open(REVIEW + "&order=by_code&code=" + SampleStudy.id("Soutien").value() + "&status=others");
        assertThat(tab.locator("#text mark").first()).isVisible();
        assertThat(tab.locator("#similar .label").first()).hasText("Soutien");
        tab.locator("#model .proposal").first().hover();
        assertThat(tab.locator("#text mark.strong").first()).isVisible();
    }

    @Test
    void everyPageIsAccessibleInLightAndDarkAndInBothLanguages() {
        trained();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            pages().forEach((name, path) -> {
                Page tab = open(path, 1280, colours);
                for (String language : List.of("fr", "en")) {
                    reloadIn(tab, language);
                    assertAccessible(tab, name + " " + colours + " " + language);
                }
                tab.context().close();
            });
        }
        complaints.removeIf(complaint -> complaint.contains("422"));
    }

    @Test
    void onAPhoneTheProposalsComeBeforeThePaletteForTheEyeAndForTheTabKey() {
        trained();
        Page tab = open(
                REVIEW + "&order=by_code&code=" + SampleStudy.id("Soutien").value() + "&status=others",
                360,
                ColorScheme.LIGHT);
        assertThat(tab.locator("#text").boundingBox().y)
                .isLessThan(tab.locator("#model").boundingBox().y);
        assertThat(tab.locator("#model").boundingBox().y)
                .isLessThan(tab.locator("#codes").boundingBox().y);
        tab.locator("#model .proposal").last().focus();
        boolean reached = false;
        for (int i = 0; i < 3 && !reached; i++) {
            type(tab, "Tab");
            reached = (Boolean) tab.evaluate("() => document.activeElement.id === 'filter'");
        }
        assertThat(reached).as("the palette comes after the proposals").isTrue();
    }

    @Test
    void noPageIsWiderThanItsWindow() {
        trained();
        for (int width : new int[] {320, 768, 1280, 1920}) {
            pages().forEach((name, path) -> {
                Page tab = open(path, width, ColorScheme.LIGHT);
                picture(tab, name + "-" + width);
                assertFits(tab, name + " at " + width);
                tab.context().close();
            });
        }
        Page dark = open(REVIEW + "&order=list&status=others", 1280, ColorScheme.DARK);
        picture(dark, "review-dark-1280");
        complaints.removeIf(complaint -> complaint.contains("422"));
    }
}

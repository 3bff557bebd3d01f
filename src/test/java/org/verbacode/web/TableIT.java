package org.verbacode.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Provenance;
import org.verbacode.study.Answer;
import org.verbacode.workflow.SampleStudy;

/** The table of answers and the lists of many answers, in a browser. */
class TableIT extends InChromium {
    private static final String WHERE = "?study=tutorat&question=apports";
    private static final CoderName MARIE = new CoderName("Marie");
    private SampleStudy sample;

    @BeforeEach
    void study() {
        sample = SampleStudy.in(browsing.workspace, 300);
    }

    private Page table() {
        Page tab = open("table" + WHERE, 1280, ColorScheme.LIGHT);
        assertThat(tab.locator("#grid[data-ready]")).isVisible();
        return tab;
    }

    private static Locator cell(Page tab, int row, int column) {
        return tab.locator("[aria-rowindex='%d'] > [aria-colindex='%d']".formatted(row + 3, column + 1));
    }

    private Answer first() {
        return browsing.workspace
                .database()
                .answers()
                .given(SampleStudy.STUDY, SampleStudy.QUESTION)
                .get(0);
    }

    private Coding stored() {
        return browsing.workspace.database().codings().of(first().id(), MARIE).orElseThrow();
    }

    @Test
    void arrowsMoveAndSpaceTogglesAndEnterFinishesAndGoesDown() {
        Page tab = table();
        cell(tab, 0, 0).focus();
        type(tab, "ArrowRight", "ArrowRight", "ArrowRight");
        assertThat(cell(tab, 0, 3)).isFocused();
        assertThat(tab.locator("#grid [tabindex='0']")).hasCount(1);
        type(tab, "Space");
        assertThat(cell(tab, 0, 3)).hasText("✓");
        assertThat(cell(tab, 0, 3)).hasAttribute("aria-label", "Soutien – s’applique");
        assertThat(tab.locator("#notice")).hasText("Enregistré.");
        assertThat(stored().considered()).isEqualTo(Map.of(SampleStudy.id("Soutien"), true));
        assertThat(stored().manner()).isEqualTo(Provenance.Manner.BLIND);
        type(tab, "x");
        assertThat(cell(tab, 0, 3)).hasText("–");
        type(tab, "x", "Enter");
        assertThat(cell(tab, 1, 3)).isFocused();
        assertThat(cell(tab, 0, 1)).hasText("Terminée");
        assertThat(cell(tab, 0, 4)).hasAttribute("aria-label", Pattern.compile("ne s’applique pas"));
        type(tab, "Control+z");
        assertThat(cell(tab, 0, 1)).hasText("Commencée");
        assertThat(cell(tab, 0, 3)).isFocused();
        type(tab, "Control+y");
        assertThat(cell(tab, 0, 1)).hasText("Terminée");
        assertThat(stored()).matches(Coding::finished);
    }

    @Test
    void enterWithoutACodeSaysTheKeyAndZeroFinishes() {
        Page tab = table();
        cell(tab, 0, 3).focus();
        type(tab, "Enter");
        assertThat(tab.locator("#notice")).containsText("0 = aucun code");
        complaints.removeIf(complaint -> complaint.contains("422"));
        type(tab, "ArrowUp", "0");
        assertThat(cell(tab, 0, 1)).hasText("Terminée");
        assertThat(stored())
                .matches(coding -> coding.finished() && coding.applied().isEmpty());
    }

    @Test
    void whatIsDoneWhileTheServerIsGoneIsStoredWhenItIsBack() {
        Page tab = table();
        tab.route("**/table/decide", route -> route.abort());
        cell(tab, 0, 3).click();
        assertThat(tab.locator("#offline")).containsText("gardé");
        assertThat(cell(tab, 0, 3)).hasText("✓");
        tab.unroute("**/table/decide");
        assertThat(tab.locator("#offline")).isHidden();
        assertThat(tab.locator("#notice")).hasText("Enregistré.");
        assertThat(stored().applied()).containsExactly(SampleStudy.id("Soutien"));
        complaints.removeIf(complaint -> complaint.contains("ERR_FAILED"));
    }

    @Test
    void whatAnotherWindowChangedIsShownAndNotOverwritten() {
        Page tab = table();
        Page other = table();
        cell(other, 0, 4).click();
        assertThat(other.locator("#notice")).hasText("Enregistré.");

        cell(tab, 0, 3).click();

        assertThat(tab.locator("#notice")).containsText("autre fenêtre");
        assertThat(cell(tab, 0, 3)).hasText("");
        assertThat(cell(tab, 0, 4)).hasText("✓");
        complaints.removeIf(complaint -> complaint.contains("409"));
        cell(tab, 0, 3).click();
        assertThat(tab.locator("#notice")).hasText("Enregistré.");
        assertThat(stored().applied()).hasSize(2);
    }

    @Test
    void theLastRowIsReachedByKeysAndOnlyTheWindowIsInThePage() {
        Page tab = table();
        cell(tab, 0, 2).focus();
        type(tab, "Control+End");
        assertThat(cell(tab, 299, 5)).isFocused();
        assertThat(cell(tab, 299, 5)).isInViewport();
        assertThat(tab.locator(".grid-body .grid-row").count()).isLessThan(100);
        type(tab, "Control+Home", "ArrowUp");
        assertThat(tab.locator(".names [data-sort=text]")).isFocused();
        type(tab, "Enter");
        assertThat(tab.locator(".names [data-sort=text]")).hasAttribute("aria-sort", "ascending");
        assertThat(cell(tab, 0, 0)).hasText("Des conseils pour mes études");
        type(tab, "Enter");
        assertThat(cell(tab, 0, 0)).hasText(Pattern.compile("Une écoute.*"));
    }

    @Test
    void filtersLeaveWhatTheySayAndAttributesAreHiddenUntilAskedFor() {
        sample.coded(new CoderName("Paul"), 20);
        Page tab = table();
        tab.locator("#words").fill("ECOUTE");
        assertThat(tab.locator("#count")).hasText("37 réponses sur 300");
        tab.locator("#wave").selectOption("2020-2021");
        assertThat(tab.locator("#count")).hasText("0 réponses sur 300");
        tab.locator("[type=reset]").click();
        assertThat(tab.locator("#count")).hasText("300 réponses sur 300");
        tab.locator("#status").selectOption("others");
        assertThat(tab.locator("#count")).hasText("20 réponses sur 300");
        tab.locator("#status").selectOption("");
        tab.locator("#coder").selectOption("Paul");
        assertThat(tab.locator("#grid")).hasAttribute("aria-readonly", "true");
        tab.locator("#code").selectOption("Soutien");
        assertThat(tab.locator("#count")).hasText(Pattern.compile("[5-8] réponses sur 300"));
        cell(tab, 0, 3).click();
        assertThat(tab.locator("#notice")).containsText("à lire seulement");
        assertThat(tab.content()).doesNotContain("droit");
        assertThat(tab.locator("#attribute")).isDisabled();
        tab.locator("[data-show=attributes]").click();
        assertThat(tab.locator("#notice")).containsText("cela est noté");
        tab.locator("#attribute").selectOption("droit");
        assertThat(tab.locator("#count")).hasText(Pattern.compile("[5-8] réponses sur 300"));
    }

    @Test
    void suggestionsShowOnRequestAndMakeLaterDecisionsAssisted() {
        sample.suggested();
        Page tab = table();
        assertThat(tab.locator(".cell.proposed")).hasCount(0);
        tab.locator("[data-show=suggestions]").click();
        Locator proposed = tab.locator(".cell.proposed").first();
        assertThat(proposed).hasAttribute("aria-label", Pattern.compile("Soutien – .*proposé par le modèle"));
        proposed.click();
        assertThat(tab.locator("#notice")).hasText("Enregistré.");
        assertThat(browsing.workspace.database().codings().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION))
                .singleElement()
                .extracting(Coding::manner)
                .isEqualTo(Provenance.Manner.ASSISTED);
        // The answers below the window have not been seen.
        assertThat(browsing.workspace.database().suggestions().seen(SampleStudy.STUDY, SampleStudy.QUESTION, MARIE))
                .hasSizeBetween(10, 60);
    }

    @Test
    void anAnswerUnfoldsToItsWholeTextAndALink() {
        sample.give("A0", "Long ".repeat(80) + "texte");
        Page tab = table();
        tab.locator("#words").fill("long");
        double folded = cell(tab, 0, 0).boundingBox().height;
        cell(tab, 0, 0).focus();
        type(tab, "Enter");
        assertThat(cell(tab, 0, 0).locator("a")).isVisible();
        assertThat(cell(tab, 0, 0).boundingBox().height).isGreaterThan(folded + 20);
        type(tab, "Enter");
        assertThat(cell(tab, 0, 0).locator("a")).hasCount(0);
        assertThat(cell(tab, 0, 0).boundingBox().height).isEqualTo(folded);
    }

    @Test
    void theButtonsOfAListSayHowManyAreTicked() {
        sample.suggested();
        Page tab = open("lists" + WHERE, 1280, ColorScheme.LIGHT);
        Locator take = tab.locator("button[value=take]");
        assertThat(take).isDisabled();
        tab.locator("[name=answer]").nth(1).check();
        assertThat(take).hasText("Prendre la réponse cochée");
        tab.locator("[data-all]").check();
        assertThat(take).hasText("Prendre les 50 cochées");
        take.click();
        assertThat(tab.locator("#notice")).hasText("Le code s’applique à 50 réponses.");
        tab.locator("form[action='/lists/undo'] button").first().click();
        assertThat(tab.locator("#notice")).hasText("Annulé pour 50 réponses.");
        assertThat(browsing.workspace.database().codings().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION))
                .isEmpty();
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("table", "table" + WHERE);
        pages.put("lists-code", "lists" + WHERE);
        pages.put("lists-identical", "lists" + WHERE + "&list=identical");
        pages.put(
                "lists-group",
                "lists" + WHERE + "&list=identical&group=" + first().id().value());
        pages.put("lists-empty", "lists" + WHERE + "&list=empty&done=none&n=3&left=1");
        pages.put("lists-differences", "lists" + WHERE + "&list=differences");
        pages.put("answers-others", "answers" + WHERE);
        return pages;
    }

    private void coded() {
        sample.suggested().coded(new CoderName("Paul"), 30);
        sample.coded(MARIE, 12);
        browsing.workspace.database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION).stream()
                .filter(answer ->
                        answer.text().contains("confiance") || answer.text().contains("conseils"))
                .limit(4)
                .forEach(answer -> sample.code(MARIE, answer, List.of("Soutien", "Écoute")));
        sample.give("Y", "/");
        sample.give("Z", "Je ne sais pas");
    }

    @Test
    void everyPageIsAccessibleAndFitsItsWindowInBothLanguagesAndThemes() {
        coded();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1280, 1920}) {
                pages().forEach((name, path) -> check(name, path, width, colours));
            }
        }
    }

    private void check(String name, String path, int width, ColorScheme colours) {
        Page tab = open("", width, colours);
        boolean english = colours == ColorScheme.DARK;
        if (english) {
            setCookie(tab, "verbacode-lang", "en");
        }
        go(tab, path);
        if (name.equals("table")) {
            assertThat(tab.locator("#grid[data-ready]")).isVisible();
            if (!tab.locator("[data-show=suggestions]").isVisible()) {
                tab.locator(".table-choice summary").click();
            }
            tab.locator("[data-show=suggestions]").click();
            assertThat(tab.locator(".cell.proposed").first()).isAttached();
            if (width < 700) {
                tab.locator(".table-choice summary").click();
            }
        }
        String file = "%s-%s%d".formatted(name, english ? "dark-en-" : "", width);
        picture(tab, file);
        assertFits(tab, file);
        assertAccessible(tab, file);
        if (width == 1280) {
            reloadIn(tab, english ? "fr" : "en");
            assertAccessible(tab, file + " in the other language");
        }
        tab.context().close();
    }
}

package org.verbacode.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Provenance;
import org.verbacode.workflow.SampleStudy;

/** Two coders in two browsers: a round from the draw to the agreed codings, by keys. */
class TeamIT extends InChromium {
    private static final String WHERE = "?study=tutorat&question=apports";
    private static final int DRAWN = 3;

    @BeforeEach
    void study() {
        SampleStudy.in(browsing.workspace, 40).suggested();
    }

    private Page tab(String coder) {
        Page tab = tab(1280, ColorScheme.LIGHT);
        setCookie(tab, "verbacode-coder", coder);
        return tab;
    }

    /** Codes the round that the team page offers, each answer with one code by its first letters. */
    private void code(Page tab, String letters) {
        go(tab, "team" + WHERE);
        tab.getByText("Coder ce tirage").click();
        for (int answer = 0; answer < DRAWN; answer++) {
            assertThat(tab.locator("[data-review][data-ready]")).isVisible();
            assertThat(tab.locator(".proposal")).hasCount(0);
            String before = tab.locator("#place input[name=answer]").inputValue();
            tab.keyboard().type(letters);
            tab.keyboard().press("Enter");
            assertThat(tab.locator(".tick.decided")).hasCount(1);
            tab.keyboard().press("Enter");
            assertThat(tab.locator("#place input[name=answer]")).not().hasValue(before);
        }
        assertThat(tab.locator(".nothing")).isVisible();
    }

    @Test
    void aRoundGoesFromTheDrawToTheAgreedCodings() {
        Page anne = tab("Anne");
        go(anne, "team" + WHERE);
        anne.locator("#draw-n").fill(String.valueOf(DRAWN));
        anne.locator("#draw-others").fill("Anne, Boris");
        anne.locator("#draw-name").fill("essai");
        anne.getByText("Tirer", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(anne.locator(".round")).containsText("Boris 0/3");

        code(anne, "souti");
        Page boris = tab("Boris");
        go(boris, "agreement" + WHERE + "&draw=essai");
        assertThat(boris.locator("main")).not().containsText("Soutien seul");
        code(boris, "conse");

        go(anne, "agreement" + WHERE + "&draw=essai");
        assertThat(anne.locator("tbody tr").first()).containsText("Soutien");
        assertThat(anne.locator("main")).containsText("3 réponses codées autrement");
        clean(anne, "agreement");
        anne.getByText("Trancher les différences").click();
        for (int answer = 0; answer < DRAWN; answer++) {
            assertThat(anne.locator("[role=status]")).containsText((DRAWN - answer) + " à trancher");
            assertThat(anne.locator("#settle[data-ready]")).isVisible();
            if (answer == 0) {
                clean(anne, "settle");
            }
            anne.keyboard().press("Digit1");
            anne.keyboard().press("Enter");
        }
        assertThat(anne.locator("main")).containsText("Il n’y a rien à trancher");

        List<Coding> counting =
                browsing.workspace.database().codings().counting(SampleStudy.STUDY, SampleStudy.QUESTION);
        assertThat(counting).hasSize(DRAWN).allSatisfy(coding -> {
            assertThat(coding.coder()).isEqualTo(CoderName.AGREED);
            assertThat(coding.applied()).containsExactly(SampleStudy.id("Soutien"));
        });
        assertThat(browsing.workspace.database().codings().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION))
                .hasSize(3 * DRAWN)
                .allSatisfy(coding -> assertThat(coding.manner()).isEqualTo(Provenance.Manner.BLIND));
        go(boris, "team" + WHERE);
        clean(boris, "own");
        boris.locator(".own a[href*=corrections]").click();
        assertThat(boris.locator("main")).containsText("3 Conseils → Soutien");
        clean(boris, "corrections");
        boris.getByText("J’ai lu").click();
        assertThat(boris.locator("[role=status]")).containsText("Vous les avez toutes lues");
        boris.locator("main summary").click();
        assertThat(boris.locator(".answer-list li")).hasCount(DRAWN);
        clean(boris, "corrections-read");
    }

    /** No violation of level A or AA, in both themes, at two widths and in both languages, with a screenshot of each. */
    private void clean(Page tab, String name) {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            for (int width : List.of(320, 1280)) {
                tab.setViewportSize(width, 900);
                String file = "team-" + name + "-" + colours + "-" + width;
                picture(tab, file);
                assertFits(tab, file);
                assertAccessible(tab, file);
            }
        }
        tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        reloadIn(tab, "en");
        assertAccessible(tab, name + " in English");
        reloadIn(tab, "fr");
    }

    @Test
    void aCodeIsMovedByKeysInTheCodebook() {
        Page tab = tab("Anne");
        go(tab, "codebook" + WHERE);
        tab.locator("[data-code]").first().focus();

        tab.keyboard().press("Alt+ArrowDown");

        assertThat(tab.locator("[data-code] h3").first()).hasText("Écoute");
        assertThat(tab.locator("[data-code]:focus h3")).hasText("Soutien");

        tab.locator("[data-index] a").first().focus();
        tab.keyboard().press("Alt+ArrowDown");
        assertThat(tab.locator("[data-code] h3").first()).hasText("Soutien");
        assertThat(tab.locator("[data-index] a:focus")).hasText("Écoute");
    }

    @Test
    void aCodeIsFoundAndDraggedInTheListOfAllCodes() {
        Page tab = tab("Anne");
        go(tab, "codebook" + WHERE);
        tab.locator("#find").fill("ecou");
        assertThat(tab.locator("[data-index]:visible")).hasText(new String[] {"Écoute0"});
        assertThat(tab.locator("[data-code]:visible")).hasCount(1);
        assertThat(tab.locator("[data-found]")).hasText("1 sur 3");
        tab.locator("#find").fill("");
        assertThat(tab.locator("[data-code]:visible")).hasCount(3);

        tab.locator("[data-index]", new Page.LocatorOptions().setHasText("Conseils"))
                .dragTo(tab.locator("[data-index]", new Page.LocatorOptions().setHasText("Soutien")));

        assertThat(tab.locator("[data-theme='Appui'] h3")).hasText(new String[] {"Conseils", "Soutien", "Écoute"});
        assertThat(tab.locator("[data-index] a:focus")).hasText("Conseils");
    }

    @Test
    void whatIsDoneWhileTheServerIsGoneIsSentInOrderAndOnceWhenItIsBack() {
        Page tab = tab("Anne");
        go(tab, "review" + WHERE + "&order=list&status=all&way=code_first");
        assertThat(tab.locator("[data-review][data-ready]")).isVisible();
        AtomicInteger lost = new AtomicInteger();
        tab.route("**/review/toggle", route -> {
            // The first time the server does the act and its answer is lost; then it is gone; then it is back.
            int time = lost.getAndIncrement();
            if (time == 0) {
                route.fetch();
            }
            if (time < 2) {
                route.abort();
            } else {
                route.resume();
            }
        });

        tab.keyboard().type("souti");
        tab.keyboard().press("Enter");
        assertThat(tab.locator("#offline")).isVisible();
        tab.keyboard().press("Enter");

        assertThat(tab.locator("#offline")).isHidden();
        assertThat(tab.locator("#notice")).containsText("Enregistré");
        complaints.removeIf(complaint -> complaint.contains("ERR_FAILED"));
        List<Coding> codings =
                browsing.workspace.database().codings().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION);
        assertThat(lost).hasValue(3);
        assertThat(codings).singleElement().satisfies(coding -> {
            assertThat(coding.finished()).isTrue();
            assertThat(coding.applied()).containsExactly(SampleStudy.id("Soutien"));
        });
    }

    @Test
    void whatAnotherTabDecidedIsShownInsteadOfBeingOverwritten() {
        String address = "review" + WHERE + "&order=list&status=all&way=code_first";
        Page one = tab("Anne");
        go(one, address);
        assertThat(one.locator("[data-review][data-ready]")).isVisible();
        Page two = tab("Anne");
        go(two, address);
        two.keyboard().type("conse");
        two.keyboard().press("Enter");
        assertThat(two.locator(".tick.decided")).hasText(Pattern.compile("Conseils.*"));

        one.keyboard().press("Digit0");

        assertThat(one.locator("#notice")).containsText("autre fenêtre");
        complaints.removeIf(complaint -> complaint.contains("409"));
        assertThat(one.locator(".tick.decided")).hasText(Pattern.compile("Conseils.*"));
        one.keyboard().press("Enter");
        assertThat(one.locator("#notice")).containsText("Le modèle proposait aussi : Soutien");
        assertThat(browsing.workspace.database().codings().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION))
                .singleElement()
                .satisfies(coding -> assertThat(coding.applied()).containsExactly(SampleStudy.id("Conseils")));
    }
}

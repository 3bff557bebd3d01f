package org.verbacode.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of pages in Chromium, on a workspace of its own; the browser's console must stay empty. */
abstract class InChromium {
    /** What axe checks: WCAG 2.2, levels A and AA. */
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Chromium chromium;

    @TempDir
    Path folder;

    Browsing browsing;
    /** Errors in the console of any tab; a test that provokes some removes them. */
    final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void serve() {
        browsing = new Browsing(folder);
    }

    @AfterEach
    void stop() {
        browsing.close();
        assertThat(complaints).as("what the browser's console says").isEmpty();
    }

    /** A tab of a visitor, on no page yet. */
    Page tab(int width, ColorScheme colours) {
        Page tab = chromium.tab(browsing.server.address(), width, colours);
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        tab.onPageError(complaints::add);
        return tab;
    }

    Page open(String path, int width, ColorScheme colours) {
        Page tab = tab(width, colours);
        go(tab, path);
        return tab;
    }

    void go(Page tab, String path) {
        tab.navigate(browsing.server.address() + path);
    }

    void setCookie(Page tab, String name, String value) {
        tab.context().addCookies(List.of(new Cookie(name, value).setUrl(browsing.server.address())));
    }

    static void type(Page tab, String... keys) {
        for (String key : keys) {
            tab.keyboard().press(key);
        }
    }

    /** Writes a picture of the whole page, to be looked at. */
    static void picture(Page tab, String name) {
        tab.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    static void assertFits(Page tab, String name) {
        assertThat((Integer) tab.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(tab.viewportSize().width);
    }

    /** Reads the page again in a language. */
    void reloadIn(Page tab, String language) {
        setCookie(tab, "verbacode-lang", language);
        tab.reload();
        assertThat(tab.locator("html").getAttribute("lang")).isEqualTo(language);
    }

    static void assertAccessible(Page tab, String name) {
        assertThat(new AxeBuilder(tab).withTags(LEVELS).analyze().getViolations())
                .as(name)
                .isEmpty();
    }
}

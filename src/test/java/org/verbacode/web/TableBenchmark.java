package org.verbacode.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.workflow.SampleStudy;

/**
 * Measures the table of answers in Chromium: opening, frames while scrolling, and a key press until its cell shows what
 * is stored. Arguments: number of answers (5000), of coded ones (1000) and of codes (30).
 */
final class TableBenchmark {
    private TableBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int answers = number(arguments, 0, 5000);
        int coded = number(arguments, 1, 1000);
        int codes = number(arguments, 2, 30);
        Path folder = Files.createTempDirectory("table-benchmark");
        try (Browsing browsing = new Browsing(folder);
                Chromium chromium = Chromium.launch()) {
            SampleStudy.in(browsing.workspace, answers).coded(new CoderName("Marie"), coded);
            List<Code> codebook = new ArrayList<>(browsing.workspace
                    .database()
                    .codebooks()
                    .current(SampleStudy.STUDY, SampleStudy.QUESTION)
                    .codes());
            IntStream.range(codebook.size(), codes)
                    .forEach(i -> codebook.add(new Code(
                            CodeId.of(SampleStudy.STUDY, SampleStudy.QUESTION, "Code " + i),
                            "Code " + i,
                            "Thème " + i / 8,
                            "",
                            "",
                            "",
                            "",
                            null)));
            browsing.workspace.database().codebooks().save(SampleStudy.STUDY, SampleStudy.QUESTION, codebook);
            for (int run = 0; run < 3; run++) {
                measure(chromium.tab(browsing.server.address(), 1280, ColorScheme.LIGHT), browsing);
            }
        }
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private static void measure(Page tab, Browsing browsing) {
        long start = System.nanoTime();
        tab.navigate(browsing.server.address() + "table?study=tutorat&question=apports");
        tab.waitForSelector("#grid[data-ready] .grid-body .grid-row");
        System.out.printf("opening %d ms%n", (System.nanoTime() - start) / 1_000_000);
        Object requests = tab.evaluate(
                "() => performance.getEntriesByType('resource').filter(r => r.name.includes('/table/rows'))"
                        + ".map(r => Math.round(r.responseEnd - r.startTime) + ' ms, ' + r.decodedBodySize + ' bytes')");
        System.out.println("rows " + requests);
        Object frames = tab.evaluate("""
                async () => {
                  const grid = document.getElementById('grid');
                  const times = [];
                  let last = performance.now();
                  for (let i = 0; i < 240; i++) {
                    grid.scrollTop += i % 60 === 59 ? 20000 : 180;
                    await new Promise(requestAnimationFrame);
                    const now = performance.now();
                    times.push(now - last);
                    last = now;
                  }
                  times.sort((a, b) => a - b);
                  return { median: times[120], p95: times[228], longest: times[239] };
                }""");
        System.out.println("frames while scrolling, ms " + rounded(frames));
        Object keys = tab.evaluate("""
                async () => {
                  const grid = document.getElementById('grid');
                  grid.scrollTop = 100000;
                  await new Promise(done => setTimeout(done, 200));
                  const cell = grid.querySelectorAll('.grid-body .grid-row')[12].children[5];
                  cell.focus();
                  const shown = [], stored = [];
                  for (let i = 0; i < 40; i++) {
                    const before = performance.now();
                    cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
                    await new Promise(requestAnimationFrame);
                    shown.push(performance.now() - before);
                    while (cell.classList.contains('waiting')) await new Promise(requestAnimationFrame);
                    stored.push(performance.now() - before);
                  }
                  const at = (list, part) => list.sort((a, b) => a - b)[Math.floor(list.length * part)];
                  return { shownMedian: at(shown, .5), storedMedian: at(stored, .5), storedP95: at(stored, .95) };
                }""");
        System.out.println("key, ms " + rounded(keys));
        tab.context().close();
    }

    private static String rounded(Object values) {
        StringBuilder text = new StringBuilder();
        ((Map<?, ?>) values).forEach((name, value) -> text.append(name)
                .append(' ')
                .append(Math.round(((Number) value).doubleValue()))
                .append("  "));
        return text.toString();
    }
}

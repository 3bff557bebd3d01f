package org.verbacode.web.results;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.results.CountCodes.Counted;
import org.verbacode.workflow.results.PublishResults;

/** The results of a question as one self-contained page. */
public final class ReportPage {
    private ReportPage() {}

    /** The page as HTML in UTF-8. */
    public static byte[] of(Counted counted, PublishResults results, Locale locale) {
        return new Views()
                .render("results/report", Map.of("view", new ResultsView(counted, results, locale)))
                .getBytes(StandardCharsets.UTF_8);
    }
}

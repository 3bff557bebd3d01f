package org.verbacode.web.page;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.verbacode.results.chart.Chart;
import org.verbacode.results.chart.Colours;

/** Figures and tables as files: shown in the page, or kept if the address says {@code download}. */
public final class Downloads {
    private Downloads() {}

    /** Dark if the address says so, as pages in the dark ask; what is kept is light. */
    public static void svg(Context context, String what, Chart chart) {
        Colours colours = new PageRequest(context).given("colours").equals("dark") ? Colours.DARK : Colours.LIGHT;
        send(context, what, "image/svg+xml", "svg", chart.svg(colours).getBytes(StandardCharsets.UTF_8));
    }

    public static void png(Context context, String what, Chart chart) {
        send(context, what, "image/png", "png", chart.png());
    }

    /** @param what it shows, behind the names of study and question in the file's name; may be empty */
    public static void send(Context context, String what, String type, String ending, byte[] bytes) {
        PageRequest visit = new PageRequest(context);
        if (!visit.given("download").isEmpty()) {
            String name = visit.study().value() + "-" + visit.question().value() + what + "." + ending;
            context.header("Content-Disposition", "attachment; filename*=UTF-8''" + Links.encoded(name));
        }
        context.contentType(type).result(bytes);
    }
}

package org.verbacode.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.verbacode.results.Chart;
import org.verbacode.results.Colours;

/** Figures and tables as files: shown in the page, or kept if the address says {@code download}. */
final class Downloads {
    private Downloads() {}

    /** Dark if the address says so, as pages in the dark ask; what is kept is light. */
    static void svg(Context context, String what, Chart chart) {
        Colours colours = new Visit(context).given("colours").equals("dark") ? Colours.DARK : Colours.LIGHT;
        send(context, what, "image/svg+xml", "svg", chart.svg(colours).getBytes(StandardCharsets.UTF_8));
    }

    static void png(Context context, String what, Chart chart) {
        send(context, what, "image/png", "png", chart.png());
    }

    /** @param what it shows, behind the names of study and question in the file's name; may be empty */
    static void send(Context context, String what, String type, String ending, byte[] bytes) {
        Visit visit = new Visit(context);
        if (!visit.given("download").isEmpty()) {
            String name = visit.study().value() + "-" + visit.question().value() + what + "." + ending;
            context.header("Content-Disposition", "attachment; filename*=UTF-8''" + Links.encoded(name));
        }
        context.contentType(type).result(bytes);
    }
}

package org.verbacode.web.page;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.verbacode.results.chart.Chart;
import org.verbacode.results.chart.Colours;

/** Sends figures and tables as files: displayed, or saved if the address has {@code download}. */
public final class Downloads {
    private Downloads() {}

    /** In dark mode if the address asks for it; downloads are always light. */
    public static void svg(Context context, String what, Chart chart) {
        Colours colours = new PageRequest(context).given("colours").equals("dark") ? Colours.DARK : Colours.LIGHT;
        send(context, what, "image/svg+xml", "svg", chart.svg(colours).getBytes(StandardCharsets.UTF_8));
    }

    public static void png(Context context, String what, Chart chart) {
        send(context, what, "image/png", "png", chart.png());
    }

    /** @param what a word for the file name, after the names of study and question; may be empty */
    public static void send(Context context, String what, String type, String ending, byte[] bytes) {
        PageRequest visit = new PageRequest(context);
        if (!visit.given("download").isEmpty()) {
            String name = visit.study().value() + "-" + visit.question().value() + what + "." + ending;
            context.header("Content-Disposition", "attachment; filename*=UTF-8''" + Links.encoded(name));
        }
        context.contentType(type).result(bytes);
    }
}

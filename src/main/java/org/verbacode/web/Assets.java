package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.verbacode.web.page.Pages;

/** Serves stylesheet, scripts and icon from the jar; nothing is fetched from elsewhere. */
final class Assets implements Pages {
    private static final String OWN = "/org/verbacode/web/assets/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private static final List<String> FILES = List.of(
            "verbacode.css",
            "fold.js",
            "outbox.js",
            "review.js",
            "codebook.js",
            "settle.js",
            "files.js",
            "lists.js",
            "table.js",
            "icon.svg");

    @Override
    public void addTo(RoutesConfig routes) {
        FILES.forEach(name -> routes.get("/assets/" + name, context -> send(context, name, OWN + name)));
        routes.get("/assets/htmx.js", context -> send(context, "htmx.js", HTMX));
    }

    private static void send(Context context, String name, String resource) {
        try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + resource);
            }
            context.contentType(type(name)).header("Cache-Control", "no-cache").result(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> "text/javascript; charset=utf-8";
        };
    }
}

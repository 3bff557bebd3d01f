package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.verbacode.web.page.Pages;

/** Serves stylesheet, scripts and icon from the jar; nothing is fetched from elsewhere. */
final class Assets implements Pages {
    private static final String OWN = "/org/verbacode/web/assets/";
    private static final Map<String, String> RESOURCES = Map.of(
            "verbacode.css", OWN + "verbacode.css",
            "outbox.js", OWN + "outbox.js",
            "review.js", OWN + "review.js",
            "codebook.js", OWN + "codebook.js",
            "settle.js", OWN + "settle.js",
            "files.js", OWN + "files.js",
            "lists.js", OWN + "lists.js",
            "table.js", OWN + "table.js",
            "icon.svg", OWN + "icon.svg",
            "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

    @Override
    public void addTo(RoutesConfig routes) {
        RESOURCES.forEach((name, resource) -> routes.get("/assets/" + name, context -> send(context, name, resource)));
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

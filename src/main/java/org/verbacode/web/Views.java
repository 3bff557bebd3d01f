package org.verbacode.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/** The templates, compiled into the jar by the build. */
final class Views {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Views.class.getClassLoader(), "org.verbacode.web.templates");

    /** Answers with a template filled with the page and the values it names. */
    void show(Context context, String template, Page page, Map<String, Object> values) {
        Map<String, Object> filled = new HashMap<>(values);
        filled.put("page", page);
        context.html(render(template, filled)).contentType("text/html;charset=utf-8");
    }

    /** A template filled with the values it names. */
    String render(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", values, output);
        return output.toString();
    }
}

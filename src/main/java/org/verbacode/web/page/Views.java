package org.verbacode.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/** Renders the templates, which the build compiles into the jar. */
public final class Views {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Views.class.getClassLoader(), "org.verbacode.web.templates");

    /** Responds with a page and the values of its template. */
    public void show(Context context, String template, Page page, Map<String, Object> values) {
        Map<String, Object> filled = new HashMap<>(values);
        filled.put("page", page);
        context.html(render(template, filled)).contentType("text/html;charset=utf-8");
    }

    /** Renders a template. */
    public String render(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", values, output);
        return output.toString();
    }
}

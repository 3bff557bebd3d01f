package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StaleException;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;

/** The one exception handler of the web: a page with the sentence that keeps the form's fields. */
public final class ErrorPages implements Pages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Views views;

    /** A field of the form; fields that people fill in have a label and can be corrected. */
    public record Field(String name, String value) {
        private static final Map<String, String> LABELS = Map.ofEntries(
                Map.entry("name", "codebook.name"),
                Map.entry("theme", "codebook.theme"),
                Map.entry("definition", "codebook.definition"),
                Map.entry("include", "codebook.include"),
                Map.entry("exclude", "codebook.exclude"),
                Map.entry("examples", "codebook.examples"),
                Map.entry("colour", "codebook.colour"),
                Map.entry("encoding", "importing.encoding"),
                Map.entry("separator", "importing.separator"),
                Map.entry("same-wave", "importing.wave"));

        public boolean isTyped() {
            return LABELS.containsKey(name);
        }

        /** The key of the field's label. */
        public String label() {
            return LABELS.getOrDefault(name, "");
        }
    }

    ErrorPages(Views views) {
        this.views = views;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        // Javalin handles its own exceptions unless they are registered as well.
        routes.exception(HttpResponseException.class, this::show);
        routes.exception(Exception.class, this::show);
    }

    private void show(Exception exception, Context context) {
        if (exception instanceof Guard.ForeignRequestException) {
            // Plain text: such a request comes from another site or machine.
            context.status(403).contentType("text/plain; charset=utf-8").result("403");
        } else if (exception instanceof StaleException stale) {
            answer(context, 409, "error.refused", stale.sentence(), typed(context));
        } else if (exception instanceof RefusedException refused) {
            LOG.debug("refused", refused);
            answer(context, 422, "error.refused", refused.sentence(), typed(context));
        } else if (exception instanceof HttpResponseException response) {
            String key = response.getStatus() == 404 ? "error.missing.sentence" : "error.request.sentence";
            answer(context, response.getStatus(), "error.refused", Message.of("web." + key), List.of());
        } else {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("failure {} at {} {}", reference, context.method(), context.path(), exception);
            answer(context, 500, "error.failed", Message.of("web.error.failed.sentence", reference), typed(context));
        }
    }

    private void answer(Context context, int status, String title, Message sentence, List<Field> typed) {
        PageRequest visit = new PageRequest(context);
        context.status(status);
        if (visit.wantsPart()) {
            context.contentType("text/plain; charset=utf-8").result(sentence.in(visit.locale()));
            return;
        }
        views.show(
                context,
                "page/error",
                visit.page(title),
                Map.of("sentence", sentence, "typed", typed, "action", visit.address()));
    }

    private static List<Field> typed(Context context) {
        List<Field> typed = new ArrayList<>();
        if (!context.method().name().equals("GET")) {
            context.formParamMap()
                    .forEach((name, values) -> values.forEach(value -> typed.add(new Field(name, value))));
        }
        return typed;
    }
}

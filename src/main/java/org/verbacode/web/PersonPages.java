package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import org.verbacode.coding.CoderName;

/** Who sits at the computer: the coder's name, asked once, and the language. */
final class PersonPages implements Pages {
    private final Views views;

    PersonPages(Views views) {
        this.views = views;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/coder", this::ask);
        routes.post("/coder", this::remember);
        routes.get("/language", this::change);
    }

    private void ask(Context context) {
        Visit visit = new Visit(context);
        views.show(context, "coder", visit.page("coder.title"), Map.of("back", Links.within(visit.given("back"))));
    }

    private void remember(Context context) {
        Visit visit = new Visit(context);
        visit.remember(new CoderName(visit.given("name")));
        context.redirect(Links.within(visit.given("back")), io.javalin.http.HttpStatus.SEE_OTHER);
    }

    private void change(Context context) {
        Visit visit = new Visit(context);
        visit.remember(visit.given("to").equals("en") ? Locale.ENGLISH : Locale.FRENCH);
        context.redirect(Links.within(visit.given("back")), io.javalin.http.HttpStatus.SEE_OTHER);
    }
}

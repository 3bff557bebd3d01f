package org.verbacode.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import org.verbacode.coding.CoderName;

/** The coder's name, asked once, and the language. */
public final class PersonPages implements Pages {
    private final Views views;

    public PersonPages(Views views) {
        this.views = views;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/coder", this::ask);
        routes.post("/coder", this::remember);
        routes.get("/language", this::change);
    }

    private void ask(Context context) {
        PageRequest visit = new PageRequest(context);
        views.show(context, "page/coder", visit.page("coder.title"), Map.of("back", Links.within(visit.given("back"))));
    }

    private void remember(Context context) {
        PageRequest visit = new PageRequest(context);
        visit.remember(new CoderName(visit.given("name")));
        context.redirect(Links.within(visit.given("back")), io.javalin.http.HttpStatus.SEE_OTHER);
    }

    private void change(Context context) {
        PageRequest visit = new PageRequest(context);
        visit.remember(visit.given("to").equals("en") ? Locale.ENGLISH : Locale.FRENCH);
        context.redirect(Links.within(visit.given("back")), io.javalin.http.HttpStatus.SEE_OTHER);
    }
}

package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** How far long work has come, with a way to stop it. */
final class JobPages implements Pages {
    private final Views views;
    private final Jobs jobs;

    JobPages(Views views, Jobs jobs) {
        this.views = views;
        this.jobs = jobs;
    }

    static String address(Job job) {
        return Links.to("/job", "id", job.id());
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/job", context -> show(context, "job"));
        routes.get("/job/progress", context -> show(context, "part/job"));
        routes.post("/job/cancel", this::cancel);
    }

    private void show(Context context, String template) {
        Visit visit = new Visit(context);
        Job job = job(visit);
        if (job.goesStraightOn()) {
            // For htmx and for browsers without it alike.
            context.header("HX-Redirect", job.next());
            if (!visit.wantsPart() && context.header("HX-Request") == null) {
                context.redirect(job.next(), HttpStatus.SEE_OTHER);
                return;
            }
        }
        views.show(context, template, visit.page("job.title"), Map.of("job", job));
    }

    private void cancel(Context context) {
        Job job = job(new Visit(context));
        job.cancel();
        context.redirect(address(job), HttpStatus.SEE_OTHER);
    }

    private Job job(Visit visit) {
        return jobs.find(visit.needed("id")).orElseThrow(() -> new RefusedException(Message.of("web.job.unknown")));
    }
}

package org.verbacode.web.job;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;

/** The progress page of a background task, with cancellation. */
public final class JobPages implements Pages {
    private final Views views;
    private final Jobs jobs;

    public JobPages(Views views, Jobs jobs) {
        this.views = views;
        this.jobs = jobs;
    }

    public static String address(Job job) {
        return Links.to("/job", "id", job.id());
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/job", context -> show(context, "job/job"));
        routes.get("/job/progress", context -> show(context, "job/progress"));
        routes.post("/job/cancel", this::cancel);
    }

    private void show(Context context, String template) {
        PageRequest visit = new PageRequest(context);
        Job job = job(visit);
        if (job.goesStraightOn()) {
            // For htmx and for browsers without scripts.
            context.header("HX-Redirect", job.next());
            if (!visit.wantsPart() && context.header("HX-Request") == null) {
                context.redirect(job.next(), HttpStatus.SEE_OTHER);
                return;
            }
        }
        views.show(context, template, visit.page("job.title"), Map.of("job", job));
    }

    private void cancel(Context context) {
        Job job = job(new PageRequest(context));
        job.cancel();
        context.redirect(address(job), HttpStatus.SEE_OTHER);
    }

    private Job job(PageRequest visit) {
        return jobs.find(visit.needed("id")).orElseThrow(() -> new RefusedException(Message.of("web.job.unknown")));
    }
}

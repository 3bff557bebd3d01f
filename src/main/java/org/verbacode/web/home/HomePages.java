package org.verbacode.web.home;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.StudyName;
import org.verbacode.web.job.Job;
import org.verbacode.web.job.JobPages;
import org.verbacode.web.job.Jobs;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.studies.NextStep;
import org.verbacode.workflow.studies.OpenExample;

/** The home page: the studies of the workspace, or how to begin. */
public final class HomePages implements Pages {
    private final Views views;
    private final ListStudies studies;
    private final NextStep steps;
    private final OpenExample example;
    private final Jobs jobs;
    private final AtomicReference<@Nullable Job> opening = new AtomicReference<>();

    public HomePages(Views views, Workspace workspace, Jobs jobs) {
        this.views = views;
        this.studies = new ListStudies(workspace);
        this.steps = new NextStep(workspace);
        this.example = new OpenExample(workspace);
        this.jobs = jobs;
    }

    /** Imports the study of the folder's corpus if the workspace is new. */
    public void begin() {
        if (example.isDue()) {
            open();
        }
    }

    private Job open() {
        Job job = jobs.start(Message.of("web.example.opening"), "/", progress -> {
            StudyName study = example.run(progress);
            return Job.Outcome.seenOnTheNextPage(Message.of("web.example.opened", study.value()));
        });
        opening.set(job);
        return job;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::show);
        routes.post("/example", context -> context.redirect(JobPages.address(open()), HttpStatus.SEE_OTHER));
    }

    private void show(Context context) {
        Job job = opening.get();
        if (job != null && !job.isOver()) {
            context.redirect(JobPages.address(job), HttpStatus.SEE_OTHER);
            return;
        }
        PageRequest visit = new PageRequest(context);
        Page page = visit.page("home.title");
        views.show(
                context,
                "home/home",
                page,
                Map.of("studies", studies.all(), "view", new HomeView(page, steps, visit.coder())));
    }
}

package org.verbacode.web.quality;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.web.job.Job;
import org.verbacode.web.job.JobPages;
import org.verbacode.web.job.Jobs;
import org.verbacode.web.page.Downloads;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.quality.MeasureQuality;

/** The quality report on the model page: measured in the background, with its figures. */
public final class QualityPages implements Pages {
    private final Jobs jobs;
    private final ListStudies studies;
    private final MeasureQuality qualities;

    public QualityPages(Workspace workspace, Jobs jobs) {
        this.jobs = jobs;
        this.studies = new ListStudies(workspace);
        this.qualities = new MeasureQuality(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/model/measure", this::measure);
        routes.get(
                "/model/reliability.svg",
                context -> Downloads.svg(context, "-reliability", view(context).reliability()));
        routes.get(
                "/model/reliability.png",
                context -> Downloads.png(context, "-reliability", view(context).reliability()));
        routes.get(
                "/model/curve.svg",
                context -> Downloads.svg(context, "-curve", view(context).growth()));
        routes.get(
                "/model/curve.png",
                context -> Downloads.png(context, "-curve", view(context).growth()));
    }

    private void measure(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        studies.question(study, question);
        Message title = Message.of("web.quality.measuring", question.value());
        String next = Links.to("/model", "study", study.value(), "question", question.value()) + "#quality";
        Job job = jobs.start(title, next, progress -> {
            qualities.run(study, question, progress);
            return Job.Outcome.seenOnTheNextPage(title);
        });
        context.redirect(JobPages.address(job), HttpStatus.SEE_OTHER);
    }

    /** @throws RefusedException if there is no report */
    private QualityView view(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        Page page = visit.about("model", study, question, studies, Message.of("web.section.model"));
        return new QualityView(
                page,
                qualities
                        .last(study, question)
                        .orElseThrow(() -> new RefusedException(Message.of("web.quality.none", question.value()))),
                Map.of());
    }
}

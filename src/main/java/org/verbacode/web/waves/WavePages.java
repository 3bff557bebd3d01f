package org.verbacode.web.waves;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.web.job.Job;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.importing.ImportWaves;
import org.verbacode.workflow.waves.CompareWaves;
import org.verbacode.workflow.waves.WaveReport;

/** The wave page: what is new in a wave, and whether the model can be kept. */
public final class WavePages implements Pages {
    private final Views views;
    private final ListStudies studies;
    private final CompareWaves waves;

    public WavePages(Views views, Workspace workspace) {
        this.views = views;
        this.studies = new ListStudies(workspace);
        this.waves = new CompareWaves(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/model/wave", this::show);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        Optional<WaveName> wave =
                Optional.of(visit.given("wave")).filter(name -> !name.isBlank()).map(WaveName::new);
        WaveReport report = waves.run(study, question, wave, Progress.NONE);
        Page page = visit.about(
                "model",
                study,
                question,
                studies,
                Message.of("web.waves.title", report.wave().value()));
        views.show(context, "waves/wave", page, Map.of("view", new WaveView(page, report)));
    }

    /** The wave page of an import. */
    public static Job.Link link(ImportWaves.Arrival arrival) {
        return new Job.Link(
                Message.of(
                        "web.waves.link",
                        arrival.wave().value(),
                        arrival.question().value()),
                Links.to(
                        "/model/wave",
                        "study",
                        arrival.study().value(),
                        "question",
                        arrival.question().value(),
                        "wave",
                        arrival.wave().value()));
    }

    /** The note of an import on such a wave. */
    public static Message note(ImportWaves.Arrival arrival) {
        WaveReport report = arrival.report();
        Message failure = arrival.failure();
        return report != null
                ? report.sentence()
                : Message.of(
                        "workflow.waves.unsuggested",
                        arrival.wave().value(),
                        arrival.question().value(),
                        failure == null ? "" : failure);
    }
}

package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.CompareWaves;
import org.verbacode.workflow.ImportWaves;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.WaveReport;
import org.verbacode.workflow.Workspace;

/** What is new in a wave, and whether the model of earlier waves can be kept. */
final class WavePages implements Pages {
    private final Views views;
    private final ListStudies studies;
    private final CompareWaves waves;

    WavePages(Views views, Workspace workspace) {
        this.views = views;
        this.studies = new ListStudies(workspace);
        this.waves = new CompareWaves(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/model/wave", this::show);
    }

    private void show(Context context) {
        Visit visit = new Visit(context);
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
                Message.of("web.wave.title", report.wave().value()));
        views.show(context, "wave", page, Map.of("view", new WaveView(page, report)));
    }

    /** The page of a wave that an import brought. */
    static Job.Link link(ImportWaves.Arrival arrival) {
        return new Job.Link(
                Message.of(
                        "web.wave.link",
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

    /** What an import says of such a wave. */
    static Message note(ImportWaves.Arrival arrival) {
        WaveReport report = arrival.report();
        Message failure = arrival.failure();
        return report != null
                ? report.sentence()
                : Message.of(
                        "workflow.wave.unsuggested",
                        arrival.wave().value(),
                        arrival.question().value(),
                        failure == null ? "" : failure);
    }
}

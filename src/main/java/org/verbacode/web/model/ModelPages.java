package org.verbacode.web.model;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.ModelName;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.web.job.Job;
import org.verbacode.web.job.JobPages;
import org.verbacode.web.job.Jobs;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.web.quality.QualityView;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.EditCodebook;
import org.verbacode.workflow.model.ChooseModel;
import org.verbacode.workflow.model.SuggestCodes;
import org.verbacode.workflow.model.TrainModel;
import org.verbacode.workflow.quality.MeasureQuality;
import org.verbacode.workflow.waves.CompareWaves;

/** The model page: quality code by code, training, versions. */
public final class ModelPages implements Pages {
    private final Views views;
    private final Jobs jobs;
    private final ListStudies studies;
    private final EditCodebook codebooks;
    private final TrainModel training;
    private final SuggestCodes suggesting;
    private final ChooseModel models;
    private final CompareWaves waves;
    private final MeasureQuality qualities;

    public ModelPages(Views views, Workspace workspace, Jobs jobs) {
        this.views = views;
        this.jobs = jobs;
        this.studies = new ListStudies(workspace);
        this.codebooks = new EditCodebook(workspace);
        this.training = new TrainModel(workspace);
        this.suggesting = new SuggestCodes(workspace);
        this.models = new ChooseModel(workspace);
        this.waves = new CompareWaves(workspace);
        this.qualities = new MeasureQuality(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/model", this::show);
        routes.post("/model/train", this::train);
        routes.post("/model/suggest", this::suggest);
        routes.post("/model/use", this::use);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        Page page = visit.about("model", study, question, studies, Message.of("web.section.model"));
        ModelView view = new ModelView(
                page,
                codebooks.current(study, question),
                models.of(study, question),
                training.readiness(study, question),
                waves.waves(study, question));
        Map<String, Object> values = new HashMap<>();
        values.put("view", view);
        values.put(
                "quality",
                qualities
                        .last(study, question)
                        .map(last -> new QualityView(page, last, qualities.words(last)))
                        .orElse(null));
        views.show(context, "model/model", page, values);
    }

    private void train(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        List<WaveName> waves =
                context.formParams("wave").stream().map(WaveName::new).toList();
        begin(context, visit, Message.of("web.model.training", question.value()), progress -> {
            TrainModel.Outcome learned = training.run(study, question, waves, progress);
            SuggestCodes.Outcome said = suggest(study, question, progress);
            return Message.of(
                    "web.model.trained",
                    learned.model().value(),
                    learned.examples(),
                    said.answers(),
                    said.suggestions());
        });
    }

    private void suggest(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        begin(context, visit, Message.of("web.model.suggesting", question.value()), progress -> {
            SuggestCodes.Outcome said = suggest(study, question, progress);
            return Message.of("web.model.suggested", said.model().value(), said.answers(), said.suggestions());
        });
    }

    private void use(Context context) {
        models.use(new ModelName(new PageRequest(context).needed("model")));
        suggest(context);
    }

    private SuggestCodes.Outcome suggest(StudyName study, QuestionName question, Progress progress) {
        return suggesting.run(new SuggestCodes.Request(study, question, Optional.empty(), Optional.empty()), progress);
    }

    private void begin(Context context, PageRequest visit, Message title, Work work) {
        studies.question(visit.study(), visit.question());
        String next = Links.to(
                "/model",
                "study",
                visit.study().value(),
                "question",
                visit.question().value());
        Job job = jobs.start(title, next, progress -> Job.Outcome.of(work.run(progress)));
        context.redirect(JobPages.address(job), HttpStatus.SEE_OTHER);
    }

    /** A task that returns a sentence on what was done. */
    private interface Work {
        Message run(Progress progress);
    }
}

package org.verbacode.web.importing;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.survey.ColumnRole;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.SurveyPreview;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.web.job.Job;
import org.verbacode.web.job.JobPages;
import org.verbacode.web.job.Jobs;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.web.waves.WavePages;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.importing.ImportAnswers;
import org.verbacode.workflow.importing.ImportRequest;
import org.verbacode.workflow.importing.ImportWaves;

/** The import pages: a file is uploaded, previewed, and imported into a study with its codebook and codings. */
public final class ImportPages implements Pages {
    private static final String ANSWERS = "file";
    private static final String CODINGS = "codings";
    private static final String CODEBOOK = "codebook";

    private final Views views;
    private final Jobs jobs;
    private final Uploads uploads;
    private final ImportAnswers imports;
    private final ImportWaves waves;
    private final ListStudies studies;

    public ImportPages(Views views, Workspace workspace, Jobs jobs) {
        this.views = views;
        this.jobs = jobs;
        this.uploads = new Uploads(workspace.cache().resolve("uploads"));
        this.imports = new ImportAnswers(workspace);
        this.waves = new ImportWaves(workspace);
        this.studies = new ListStudies(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/import", this::show);
        routes.post("/import/preview", this::preview);
        routes.post("/import/run", this::run);
        routes.post("/import/codebook", this::codebook);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        List<String> known =
                studies.all().stream().map(study -> study.name().value()).toList();
        views.show(
                context,
                "importing/upload",
                visit.page("importing.title"),
                Map.of("study", visit.given("study"), "studies", known));
    }

    private void preview(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = new StudyName(visit.needed("study"));
        String fresh = Uploads.token();
        Optional<Path> sent = uploads.keep(context, ANSWERS, fresh);
        String token = sent.isPresent() ? fresh : visit.given("token");
        Path file = sent.orElseGet(() -> uploads.kept(token, ANSWERS, visit.given("file-name")));
        SurveyPreview preview =
                imports.preview(study, file, ReadOptions.of(visit.given("encoding"), visit.given("separator")));
        views.show(
                context,
                "importing/preview",
                visit.page("importing.title"),
                Map.of(
                        "preview",
                        preview,
                        "token",
                        token,
                        "study",
                        study.value(),
                        "roles",
                        List.of(ColumnRole.values())));
    }

    private void run(Context context) {
        PageRequest visit = new PageRequest(context);
        String token = visit.given("token");
        Path file = uploads.kept(token, ANSWERS, visit.given("file-name"));
        List<ImportRequest.CodebookOf> codebooks = new ArrayList<>();
        List<String> questions = context.formParams("codebook-question");
        for (int i = 0; i < questions.size(); i++) {
            QuestionName question = new QuestionName(questions.get(i));
            uploads.keep(context, CODEBOOK + i, token)
                    .ifPresent(codebook -> codebooks.add(new ImportRequest.CodebookOf(question, codebook)));
        }
        Path codings = uploads.keep(context, CODINGS, token).orElse(null);
        begin(context, token, request(context, visit, file, codebooks, codings), "/");
    }

    /** Imports a codebook for an existing question. */
    private void codebook(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = studies.question(study, visit.question()).name();
        String token = Uploads.token();
        Path file = uploads.keep(context, CODEBOOK, token)
                .orElseThrow(() -> new RefusedException(Message.of("web.importing.choose")));
        ImportRequest request = new ImportRequest(
                study,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new ImportRequest.CodebookOf(question, file)),
                null,
                ReadOptions.FIND_OUT);
        begin(context, token, request, Links.to("/codebook", "study", study.value(), "question", question.value()));
    }

    private void begin(Context context, String token, ImportRequest request, String next) {
        String name = request.files().stream()
                .findFirst()
                .or(() -> request.codebooks().stream().findFirst().map(ImportRequest.CodebookOf::file))
                .map(file -> String.valueOf(file.getFileName()))
                .orElse("");
        Job job = jobs.start(Message.of("web.importing.running", name), next, progress -> {
            Job.Outcome outcome = said(request, waves.run(request, progress));
            uploads.forget(token);
            return outcome;
        });
        context.redirect(JobPages.address(job), HttpStatus.SEE_OTHER);
    }

    private static ImportRequest request(
            Context context,
            PageRequest visit,
            Path file,
            List<ImportRequest.CodebookOf> codebooks,
            @Nullable Path codings) {
        List<String> names = context.formParams("column");
        List<String> roles = context.formParams("role");
        if (names.size() != roles.size()) {
            throw new RefusedException(Message.of("web.importing.choose"));
        }
        @Nullable String id = null;
        @Nullable
        String wave = visit.given("same-wave").isBlank()
                ? null
                : "=" + visit.given("same-wave").strip();
        List<String> open = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        List<String> drop = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            switch (roles.get(i)) {
                case "ID" -> id = name;
                case "WAVE" -> wave = wave == null ? name : wave;
                case "OPEN" -> open.add(name);
                case "ATTRIBUTE" -> attributes.add(name);
                default -> drop.add(name);
            }
        }
        return new ImportRequest(
                new StudyName(visit.needed("study")),
                List.of(file),
                id,
                wave,
                open,
                attributes,
                drop,
                codebooks,
                codings,
                ReadOptions.of(visit.given("encoding"), visit.given("separator")));
    }

    private static Job.Outcome said(ImportRequest request, ImportWaves.Outcome done) {
        ImportReport report = done.report();
        if (request.files().isEmpty()) {
            return Job.Outcome.of(Message.of("web.importing.codebook.done", report.rejectedRows()), report);
        }
        for (ImportWaves.Arrival arrival : done.arrivals()) {
            report = report.plus(new ImportReport(0, 0, 0, 0, List.of(), List.of(WavePages.note(arrival))));
        }
        return Job.Outcome.of(
                        Message.of(
                                "web.importing.done",
                                report.added(),
                                report.unchanged(),
                                report.changed(),
                                report.rejectedRows()),
                        report)
                .with(done.arrivals().stream()
                        .filter(arrival -> arrival.report() != null)
                        .map(WavePages::link)
                        .toList());
    }
}

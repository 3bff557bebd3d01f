package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.ColumnRole;
import org.verbacode.exchange.ReadOptions;
import org.verbacode.exchange.SurveyPreview;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ImportAnswers;
import org.verbacode.workflow.ImportRequest;
import org.verbacode.workflow.Workspace;

/** A survey's file is dropped, looked at before anything is kept, and taken into a study. */
final class ImportPages implements Pages {
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()-]{0,120}");

    private final Views views;
    private final Jobs jobs;
    private final Path uploads;
    private final ImportAnswers imports;

    ImportPages(Views views, Workspace workspace, Jobs jobs) {
        this.views = views;
        this.jobs = jobs;
        this.uploads = workspace.cache().resolve("uploads");
        this.imports = new ImportAnswers(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/import",
                context -> views.show(
                        context,
                        "import",
                        new Visit(context).page("import.title"),
                        Map.of("study", new Visit(context).given("study"))));
        routes.post("/import/preview", this::preview);
        routes.post("/import/run", this::run);
    }

    private void preview(Context context) {
        Visit visit = new Visit(context);
        String token = visit.given("token");
        String name = visit.given("file-name");
        StudyName study = new StudyName(visit.needed("study"));
        UploadedFile upload = context.isMultipartFormData() ? context.uploadedFile("file") : null;
        if (upload != null && upload.size() > 0) {
            token = UUID.randomUUID().toString();
            name = keep(upload, token);
        }
        SurveyPreview preview =
                imports.preview(kept(token, name), ReadOptions.of(visit.given("encoding"), visit.given("separator")));
        views.show(
                context,
                "importPreview",
                visit.page("import.title"),
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

    private String keep(UploadedFile upload, String token) {
        String name =
                Path.of(upload.filename().replace('\\', '/')).getFileName().toString();
        if (!FILE_NAME.matcher(name).matches()) {
            throw new RefusedException(Message.of("web.import.name"));
        }
        Path folder = uploads.resolve(token);
        try (InputStream content = upload.content()) {
            Files.createDirectories(folder);
            Files.copy(content, folder.resolve(name));
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private Path kept(String token, String name) {
        if (!TOKEN.matcher(token).matches() || !FILE_NAME.matcher(name).matches()) {
            throw new RefusedException(Message.of("web.import.choose"));
        }
        Path file = uploads.resolve(token).resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Message.of("web.import.choose"));
        }
        return file;
    }

    private void run(Context context) {
        Visit visit = new Visit(context);
        Path file = kept(visit.given("token"), visit.given("file-name"));
        ImportRequest request = request(context, visit, file);
        Job job = jobs.start(
                Message.of("web.import.running", file.getFileName().toString()),
                "/",
                progress -> said(imports.run(request, progress)));
        context.redirect(JobPages.address(job), HttpStatus.SEE_OTHER);
    }

    private static ImportRequest request(Context context, Visit visit, Path file) {
        List<String> names = context.formParams("column");
        List<String> roles = context.formParams("role");
        if (names.size() != roles.size()) {
            throw new RefusedException(Message.of("web.import.choose"));
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
                List.of(),
                null,
                ReadOptions.of(visit.given("encoding"), visit.given("separator")));
    }

    private static Job.Outcome said(ImportReport report) {
        return Job.Outcome.of(
                Message.of(
                        "web.import.done", report.added(), report.unchanged(), report.changed(), report.rejectedRows()),
                report);
    }
}

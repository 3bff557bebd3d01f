package org.verbacode.web.exchange;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.importing.Uploads;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.exchange.ExportStudy;
import org.verbacode.workflow.exchange.ExportStudy.Format;
import org.verbacode.workflow.exchange.ExportStudy.Written;

/** The export page: coded answers as files for other programs. */
public final class ExportPages implements Pages {
    private final ExportStudy export;
    private final Path folder;

    public ExportPages(Workspace workspace) {
        this.export = new ExportStudy(workspace);
        this.folder = workspace.cache().resolve("exports");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/export", this::send);
    }

    private void send(Context context) {
        PageRequest visit = new PageRequest(context);
        String asked = visit.needed("format");
        switch (asked) {
            case "csv" -> send(context, visit, Format.CSV, "csv", "text/csv; charset=utf-8", false);
            case "long" -> send(context, visit, Format.CSV, "csv", "text/csv; charset=utf-8", true);
            case "xlsx" ->
                send(
                        context,
                        visit,
                        Format.XLSX,
                        "xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        false);
            case "arff" -> send(context, visit, Format.ARFF, "arff", "text/plain; charset=utf-8", false);
            default -> throw new RefusedException(Message.of("web.parameter", "format"));
        }
    }

    private void send(Context context, PageRequest visit, Format format, String ending, String type, boolean tall) {
        Path into = temporary();
        try {
            Written written =
                    export.run(visit.study(), visit.question(), format, into.resolve("review.answers." + ending));
            String name = visit.study().value() + "-" + visit.question().value() + (tall ? "-long." : ".") + ending;
            context.header("Content-Disposition", "attachment; filename*=UTF-8''" + Links.encoded(name));
            context.contentType(type).result(Files.readAllBytes(written.files().get(tall ? 1 : 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(into.toString(), e);
        } finally {
            Uploads.delete(into);
        }
    }

    private Path temporary() {
        try {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "export");
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }
}

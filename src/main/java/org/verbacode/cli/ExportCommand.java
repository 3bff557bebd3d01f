package org.verbacode.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.StudyOptions;
import org.verbacode.cli.console.WorkspaceOptions;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.exchange.ExportStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: coded answers for other programs. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    /** The formats as typed. */
    enum Format {
        csv,
        xlsx,
        arff
    }

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Mixin
    StudyOptions asked = new StudyOptions();

    @Option(names = "--format", required = true, paramLabel = "csv|xlsx|arff", descriptionKey = "export.format")
    Format format = Format.csv;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "export.out")
    Path out = Path.of("");

    @Override
    public Integer call() {
        Console console = options.console();
        try (Workspace workspace = options.open(Workspace.Access.READ)) {
            ExportStudy.Written written = new ExportStudy(workspace)
                    .run(
                            asked.study(),
                            asked.question(),
                            ExportStudy.Format.valueOf(format.name().toUpperCase(Locale.ROOT)),
                            out);
            console.tell(Message.of(
                    "cli.export.done",
                    written.files().stream().map(Path::toString).collect(Collectors.joining(", ")),
                    written.answers(),
                    written.codings()));
            if (!written.openRounds().isEmpty()) {
                console.tell(Message.of("cli.export.open", String.join(", ", written.openRounds())));
            }
        }
        return Main.DONE;
    }
}

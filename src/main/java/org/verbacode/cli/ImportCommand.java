package org.verbacode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.cli.report.ImportReportPage;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.importing.ImportRequest;
import org.verbacode.workflow.importing.ImportWaves;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: survey files, codebooks and codings into a study. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "import.files")
    List<Path> files = new ArrayList<>();

    @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "import.study")
    String study = "";

    @Option(names = "--id", paramLabel = "COL", descriptionKey = "import.id")
    @Nullable
    String id;

    @Option(names = "--wave", paramLabel = "COL|=VALUE", descriptionKey = "import.wave")
    @Nullable
    String wave;

    @Option(names = "--open", paramLabel = "[Q=]COL", descriptionKey = "import.open")
    List<String> open = new ArrayList<>();

    @Option(names = "--attribute", paramLabel = "COL", descriptionKey = "import.attribute")
    List<String> attributes = new ArrayList<>();

    @Option(names = "--drop", paramLabel = "COL", descriptionKey = "import.drop")
    List<String> drop = new ArrayList<>();

    @Option(names = "--codebook", paramLabel = "[Q=]FILE", descriptionKey = "import.codebook")
    List<String> codebooks = new ArrayList<>();

    @Option(names = "--codings", paramLabel = "FILE", descriptionKey = "import.codings")
    @Nullable
    Path codings;

    @Option(names = "--encoding", paramLabel = "E", descriptionKey = "import.encoding")
    @Nullable
    String encoding;

    @Option(names = "--separator", paramLabel = "C", descriptionKey = "import.separator")
    @Nullable
    String separator;

    @CommandLine.Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (files.isEmpty() && codebooks.isEmpty() && codings == null && spec != null) {
            throw new CommandLine.MissingParameterException(
                    spec.commandLine(), spec.positionalParameters().get(0), "FILE");
        }
        Console console = options.console();
        ImportRequest request = new ImportRequest(
                new StudyName(study),
                files,
                id,
                wave,
                open,
                attributes,
                drop,
                codebooks.stream().map(ImportCommand::codebook).toList(),
                codings,
                ReadOptions.of(encoding, separator));
        ImportWaves.Outcome outcome;
        try (Workspace workspace = options.start(Workspace.Access.WRITE);
                TerminalProgress progress = console.progress()) {
            outcome = new ImportWaves(workspace).run(request, progress);
        }
        ImportReport report = outcome.report();
        console.print(new ImportReportPage(outcome));
        boolean anyRowRead = report.added() + report.unchanged() + report.changed() + report.codings() > 0
                || report.rejections().isEmpty();
        if (!anyRowRead) {
            console.tell(Message.of("cli.import.nothing"));
        }
        return anyRowRead ? Main.DONE : Main.REFUSED;
    }

    private static ImportRequest.CodebookOf codebook(String option) {
        int equals = option.indexOf('=');
        return equals <= 0
                ? new ImportRequest.CodebookOf(null, Path.of(option))
                : new ImportRequest.CodebookOf(
                        new QuestionName(option.substring(0, equals)), Path.of(option.substring(equals + 1)));
    }
}

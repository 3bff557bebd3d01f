package org.verbacode.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.report.FrequencyReport;
import org.verbacode.study.Message;
import org.verbacode.web.results.ReportPage;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.results.CountCodes;
import org.verbacode.workflow.results.PublishResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code results}: codes by wave as tables, charts and a page. */
@Command(name = "results")
final class ResultsCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    QuestionOptions asked = new QuestionOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "results.out")
    Path out = Path.of("");

    @Option(names = "--codebook-version", paramLabel = "N", descriptionKey = "results.codebook-version")
    @Nullable
    Integer version;

    @Override
    public Integer call() {
        Console console = options.console();
        try (Workspace workspace = options.open(Workspace.Access.READ)) {
            CountCodes.Counted counted = new CountCodes(workspace).of(asked.study(), asked.question(), version);
            PublishResults results = new PublishResults(counted, console.locale());
            Map<String, byte[]> files = new LinkedHashMap<>(results.files());
            files.put("report.html", ReportPage.of(counted, results, console.locale()));
            PublishResults.write(files, out);
            console.print(new FrequencyReport(counted));
            console.tell(Message.of("cli.results.written", files.size(), out));
        }
        return Main.DONE;
    }
}

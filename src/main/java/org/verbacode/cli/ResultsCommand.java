package org.verbacode.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.coding.Code;
import org.verbacode.results.Frequencies;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.web.results.ReportPage;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.results.CountCodes;
import org.verbacode.workflow.results.PublishResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code results}: codes per wave as tables, charts and a page. */
@Command(name = "results")
final class ResultsCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
    String study = "";

    @Option(names = "--question", required = true, paramLabel = "Q", descriptionKey = "common.question")
    String question = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "results.out")
    Path out = Path.of("");

    @Override
    public Integer call() {
        Console console = options.console();
        try (Workspace workspace = options.open(Workspace.Access.READ)) {
            CountCodes.Counted counted = new CountCodes(workspace).of(new StudyName(study), new QuestionName(question));
            PublishResults results = new PublishResults(counted, console.locale());
            Map<String, byte[]> files = new LinkedHashMap<>(results.files());
            files.put("report.html", ReportPage.of(counted, results, console.locale()));
            PublishResults.write(files, out);
            if (console.json()) {
                console.json(json(counted.frequencies()));
            } else {
                print(console, counted);
            }
            console.tell(Message.of("cli.results.written", files.size(), out));
        }
        return Main.DONE;
    }

    private static Map<String, Object> json(Frequencies frequencies) {
        Map<String, Integer> applications = new LinkedHashMap<>();
        Map<String, Integer> suggested = new LinkedHashMap<>();
        for (Frequencies.WaveTotal total : frequencies.waves()) {
            applications.put(total.wave().value(), total.applications());
            suggested.put(total.wave().value(), total.suggested());
        }
        Map<String, Map<String, Integer>> codes = new LinkedHashMap<>();
        for (Frequencies.Row row : frequencies.rows()) {
            codes.computeIfAbsent(row.code().name(), unused -> new LinkedHashMap<>())
                    .put(row.wave().value(), row.people().count());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("applications", applications);
        json.put("codes", codes);
        json.put("suggested", suggested);
        return json;
    }

    private static void print(Console console, CountCodes.Counted counted) {
        if (!counted.notice().isEmpty()) {
            console.line(counted.notice());
        }
        Frequencies frequencies = counted.frequencies();
        for (Frequencies.WaveTotal total : frequencies.waves()) {
            console.line(Message.of(
                    "cli.results.wave",
                    total.wave().value(),
                    total.applications(),
                    total.coded(),
                    total.given(),
                    total.suggested(),
                    total.sorted()));
        }
        for (Code code : frequencies.codes()) {
            StringBuilder line = new StringBuilder(code.name());
            for (Frequencies.Row row : frequencies.of(code)) {
                line.append('\t').append(row.people().count());
            }
            console.line(line.toString());
        }
    }
}

package org.verbacode.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.RejectedRows;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.study.Message;
import org.verbacode.workflow.analysis.AnalyseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code analyse}: the words, parts of speech and lemmas of a file of texts, without a study. */
@Command(name = "analyse")
final class AnalyseCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--in", required = true, paramLabel = "FILE", descriptionKey = "analyse.in")
    Path in = Path.of("");

    @Option(names = "--text", required = true, paramLabel = "COL", descriptionKey = "analyse.text")
    String text = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "analyse.out")
    Path out = Path.of("");

    @Override
    public Integer call() {
        Console console = options.console();
        AnalyseFile.Outcome outcome;
        try (TerminalProgress progress = console.progress()) {
            outcome = new AnalyseFile(options.folder()).run(new AnalyseFile.Request(in, text, out), progress);
        }
        RejectedRows.tell(outcome.rejections(), console);
        if (console.json()) {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("rows", outcome.rows());
            keys.put("tokens", outcome.tokens());
            keys.put("rejected", outcome.rejections().size());
            keys.put("rejections", RejectedRows.json(outcome.rejections(), console));
            console.json(keys);
        } else {
            console.line(Message.of("cli.analyse.done", outcome.rows(), outcome.tokens(), out));
        }
        return Main.DONE;
    }
}

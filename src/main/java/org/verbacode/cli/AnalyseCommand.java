package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.RejectedRows;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.cli.console.TextFileOptions;
import org.verbacode.study.Message;
import org.verbacode.workflow.analysis.AnalyseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code analyse}: tokens, parts of speech and lemmas of a file of texts, without a study. */
@Command(name = "analyse")
final class AnalyseCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    TextFileOptions file = new TextFileOptions();

    @Override
    public Integer call() {
        Console console = options.console();
        AnalyseFile.Outcome outcome;
        try (TerminalProgress progress = console.progress()) {
            outcome = new AnalyseFile(options.folder())
                    .run(new AnalyseFile.Request(file.in, file.text, file.out), progress);
        }
        RejectedRows.tell(outcome.rejections(), console);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("rows", outcome.rows());
        keys.put("tokens", outcome.tokens());
        keys.put("rejected", outcome.rejections().size());
        keys.put("rejections", RejectedRows.json(outcome.rejections(), console.locale()));
        console.print(Report.of(keys, Message.of("cli.analyse.done", outcome.rows(), outcome.tokens(), file.out)));
        return Main.DONE;
    }
}

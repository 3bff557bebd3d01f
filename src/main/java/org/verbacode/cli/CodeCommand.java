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
import org.verbacode.workflow.model.CodeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code code}: a file of texts of any size coded by a model, without a study. */
@Command(name = "code")
final class CodeCommand implements Callable<Integer> {
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--model", required = true, paramLabel = "M", descriptionKey = "code.model")
    String model = "";

    @Mixin
    TextFileOptions file = new TextFileOptions();

    @Override
    public Integer call() {
        Console console = options.console();
        CodeFile.Outcome outcome;
        long start = System.nanoTime();
        try (TerminalProgress progress = console.progress()) {
            outcome = new CodeFile(options.folder())
                    .run(new CodeFile.Request(model, file.in, file.text, file.out), progress, beginning -> {
                        tell(beginning, progress, console);
                    });
        }
        double seconds = (System.nanoTime() - start) / NANOSECONDS_PER_SECOND;
        long takenOver = outcome.beginning().takenOver();
        double perSecond = (outcome.rows() - takenOver) / seconds;
        RejectedRows.tell(outcome.rejections(), outcome.rejected(), console);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("rows", outcome.rows());
        keys.put("taken_over", takenOver);
        keys.put("codes", outcome.codes());
        keys.put("rejected", outcome.rejected());
        keys.put("rejections", RejectedRows.json(outcome.rejections(), console.locale()));
        keys.put("rows_per_second", perSecond);
        console.print(Report.of(
                keys, Message.of("cli.code.done", outcome.rows(), outcome.codes(), file.out, Math.round(perSecond))));
        return Main.DONE;
    }

    private void tell(CodeFile.Beginning beginning, TerminalProgress progress, Console console) {
        progress.close();
        if (beginning.startedAgain()) {
            console.tell(Message.of("cli.code.again", file.out));
        } else if (beginning.takenOver() > 0) {
            console.tell(Message.of("cli.code.resumed", beginning.takenOver()));
        }
    }
}

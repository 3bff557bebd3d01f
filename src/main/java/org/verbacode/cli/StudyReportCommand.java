package org.verbacode.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.cli.report.WaveReportText;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.waves.CompareWaves;
import org.verbacode.workflow.waves.WaveReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code studies report}: what is new in a wave, and whether last year's model can be kept. */
@Command(name = "report")
final class StudyReportCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "studies.study")
    String study = "";

    @Option(names = "--question", required = true, paramLabel = "Q", descriptionKey = "report.question")
    String question = "";

    @Option(names = "--wave", paramLabel = "W", descriptionKey = "report.wave")
    @Nullable
    WaveName wave;

    @Override
    public Integer call() {
        Console console = options.console();
        WaveReport report;
        try (Workspace workspace = options.open(Workspace.Access.READ);
                TerminalProgress progress = console.progress()) {
            report = new CompareWaves(workspace)
                    .run(new StudyName(study), new QuestionName(question), Optional.ofNullable(wave), progress);
        }
        WaveReportText text = new WaveReportText(console);
        if (console.json()) {
            console.json(text.json(report));
        } else {
            text.print(report);
        }
        return Main.DONE;
    }
}

package org.verbacode.cli;

import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.console.WaveOption;
import org.verbacode.cli.report.WaveReportPage;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.waves.CompareWaves;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code studies report}: what is new in a wave, and whether the model can be kept. */
@Command(name = "report")
final class StudyReportCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    QuestionOptions asked = new QuestionOptions();

    @Mixin
    WaveOption selection = new WaveOption();

    @Override
    public Integer call() {
        return options.print(
                Workspace.Access.READ,
                (workspace, progress) -> new WaveReportPage(
                        new CompareWaves(workspace).run(asked.study(), asked.question(), selection.wave(), progress)));
    }
}

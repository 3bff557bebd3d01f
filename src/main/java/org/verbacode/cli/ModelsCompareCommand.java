package org.verbacode.cli;

import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.cli.report.ModelComparisonJson;
import org.verbacode.cli.report.ModelComparisonText;
import org.verbacode.coding.ModelName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.comparison.CompareModels;
import org.verbacode.workflow.comparison.ModelComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models compare}: two versions of the model of a question, side by side. */
@Command(name = "compare")
final class ModelsCompareCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "models.one")
    String one = "";

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "models.other")
    String other = "";

    @Override
    public Integer call() {
        Console console = options.console();
        ModelComparison comparison;
        try (Workspace workspace = options.open(Workspace.Access.READ);
                TerminalProgress progress = console.progress()) {
            comparison = new CompareModels(workspace).run(new ModelName(one), new ModelName(other), progress);
        }
        if (console.json()) {
            console.json(new ModelComparisonJson(comparison, console.locale()).object());
        } else {
            new ModelComparisonText(comparison, console).print();
        }
        return Main.DONE;
    }
}

package org.verbacode.cli;

import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.report.ModelComparisonReport;
import org.verbacode.coding.ModelName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.comparison.CompareModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models compare}: two versions of a question's model, side by side. */
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
        return options.print(
                Workspace.Access.READ,
                (workspace, progress) -> new ModelComparisonReport(
                        new CompareModels(workspace).run(new ModelName(one), new ModelName(other), progress)));
    }
}

package org.verbacode.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.report.ModelList;
import org.verbacode.cli.report.ModelReport;
import org.verbacode.coding.ModelName;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.ChooseModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models}: lists model versions, shows and compares them, and chooses the one in use. */
@Command(
        name = "models",
        subcommands = {
            ModelsCommand.ListModels.class,
            ModelsCommand.Show.class,
            ModelsCompareCommand.class,
            ModelsCommand.Use.class
        })
final class ModelsCommand {
    @Mixin
    CommonOptions options = new CommonOptions();

    private ModelsCommand() {}

    /** {@code models list}. */
    @Command(name = "list")
    static final class ListModels implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Override
        public Integer call() {
            return options.print(Workspace.Access.READ, (workspace, progress) -> {
                ChooseModel models = new ChooseModel(workspace);
                models.damages().forEach(options.console()::tell);
                return new ModelList(models.all());
            });
        }
    }

    /** {@code models show}. */
    @Command(name = "show")
    static final class Show implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Parameters(paramLabel = "M", descriptionKey = "models.model")
        String model = "";

        @Override
        public Integer call() {
            return options.print(
                    Workspace.Access.READ,
                    (workspace, progress) -> new ModelReport(new ChooseModel(workspace).one(new ModelName(model))));
        }
    }

    /** {@code models use}. */
    @Command(name = "use")
    static final class Use implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Parameters(paramLabel = "M", descriptionKey = "models.model")
        String model = "";

        @Override
        public Integer call() {
            return options.print(Workspace.Access.WRITE, (workspace, progress) -> {
                ModelCard card = new ChooseModel(workspace).use(new ModelName(model));
                return Report.of(
                        Map.of("model", card.model()),
                        Message.of("cli.models.used", card.model(), card.question(), card.study()));
            });
        }
    }
}

package org.verbacode.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
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
            Console console = options.console();
            try (Workspace workspace = options.open(Workspace.Access.READ)) {
                ChooseModel models = new ChooseModel(workspace);
                console.print(new ModelList(models.all()));
                models.damages().forEach(console::tell);
            }
            return Main.DONE;
        }
    }

    /** A command on one model version. */
    abstract static class OnModel implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Parameters(paramLabel = "M", descriptionKey = "models.model")
        String model = "";

        ModelName name() {
            return new ModelName(model);
        }
    }

    /** {@code models show}. */
    @Command(name = "show")
    static final class Show extends OnModel {
        @Override
        public Integer call() {
            return options.print(
                    Workspace.Access.READ,
                    (workspace, progress) -> new ModelReport(new ChooseModel(workspace).one(name())));
        }
    }

    /** {@code models use}. */
    @Command(name = "use")
    static final class Use extends OnModel {
        @Override
        public Integer call() {
            return options.print(Workspace.Access.WRITE, (workspace, progress) -> {
                ModelCard card = new ChooseModel(workspace).use(name());
                return Report.of(
                        Map.of("model", card.model()),
                        Message.of("cli.models.used", card.model(), card.question(), card.study()));
            });
        }
    }
}

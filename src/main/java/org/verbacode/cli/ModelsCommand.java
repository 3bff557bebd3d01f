package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.coding.ModelName;
import org.verbacode.exchange.Json;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelChanges;
import org.verbacode.learning.Regularisation;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.comparison.ModelComparison;
import org.verbacode.workflow.model.ChooseModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models}: which model versions there are, what one learned from, how two differ, and which one suggests. */
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
                List<ChooseModel.Version> versions = models.all();
                if (console.json()) {
                    console.json(Map.of(
                            "models", versions.stream().map(ListModels::json).toList()));
                } else {
                    versions.forEach(version -> console.line(line(console, version)));
                }
                models.damages().forEach(console::tell);
            }
            return Main.DONE;
        }

        private static Map<String, Object> json(ChooseModel.Version version) {
            ModelCard card = version.card();
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("model", card.model());
            keys.put("study", card.study());
            keys.put("question", card.question());
            keys.put("examples", card.examples());
            keys.put("trained", card.trained());
            keys.put("in_use", version.inUse());
            return keys;
        }
    }

    private static Message line(Console console, ChooseModel.Version version) {
        ModelCard card = version.card();
        return Message.of(
                version.inUse() ? "cli.models.in-use" : "cli.models.line",
                card.model(),
                card.study(),
                card.question(),
                card.examples(),
                console.moment(card.trained()));
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
            Console console = options.console();
            try (Workspace workspace = options.open(Workspace.Access.READ)) {
                ChooseModel.Version version = new ChooseModel(workspace).one(new ModelName(model));
                if (console.json()) {
                    console.json(json(version));
                } else {
                    print(console, version);
                }
            }
            return Main.DONE;
        }

        private static Map<String, Object> json(ChooseModel.Version version) {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("model", version.card().model());
            keys.put("in_use", version.inUse());
            keys.putAll(Json.parts(version.card()));
            return keys;
        }

        private static void print(Console console, ChooseModel.Version version) {
            ModelCard card = version.card();
            console.line(line(console, version));
            console.line(Message.of(
                    "cli.models.origin",
                    String.join(", ", card.waves()),
                    String.valueOf(card.codebookVersion()),
                    card.recipe(),
                    card.language()));
            String parent = card.parent();
            if (parent != null) {
                console.line(Message.of("cli.models.parent", parent));
                ModelChanges changes = card.changes();
                if (changes != null) {
                    ModelComparison.changes(changes, parent, card.model())
                            .forEach(change -> console.line("  " + change.in(console.locale())));
                }
            }
            Regularisation caution = card.caution();
            if (caution != null) {
                console.line(Message.of("cli.models.cautious", caution.penalty(), caution.clauseShare()));
            }
            if (!card.waveWeights().isEmpty()) {
                console.line(Message.of("cli.models.weighed", weights(console, card)));
            }
            for (ModelCard.CodeLine code : card.codes()) {
                console.line(worth(code));
            }
        }

        private static Message worth(ModelCard.CodeLine code) {
            if (code.applies() == 0) {
                return Message.of("cli.models.code.definition", code.name(), code.considered());
            }
            if (!code.canBeJudged()) {
                return Message.of("cli.models.code.few", code.name(), code.applies(), code.considered());
            }
            return Message.of(
                    "cli.models.code",
                    code.name(),
                    code.precision(),
                    code.recall(),
                    code.f1(),
                    code.applies(),
                    code.considered());
        }
    }

    private static String weights(Console console, ModelCard card) {
        return card.waves().stream()
                .map(wave -> Message.of(
                                "workflow.model.train.wave",
                                wave,
                                card.waveWeights().getOrDefault(wave, 1.0))
                        .in(console.locale()))
                .collect(Collectors.joining(", "));
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
            Console console = options.console();
            try (Workspace workspace = options.open(Workspace.Access.WRITE)) {
                ModelCard card = new ChooseModel(workspace).use(new ModelName(model));
                if (console.json()) {
                    console.json(Map.of("model", card.model()));
                } else {
                    console.line(Message.of("cli.models.used", card.model(), card.question(), card.study()));
                }
            }
            return Main.DONE;
        }
    }
}

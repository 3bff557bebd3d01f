package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.RemakeModel;
import org.verbacode.workflow.model.TrainModel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: a new model version out of the coded answers to a question, or an earlier one made again. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @ArgGroup(multiplicity = "1")
    Source source = new Source();

    /** What to learn from. */
    static final class Source {
        @ArgGroup(exclusive = false)
        @Nullable
        Asked asked;

        @Option(names = "--from", paramLabel = "CARD", descriptionKey = "train.from")
        @Nullable
        String from;
    }

    /** A question as it stands. */
    static final class Asked {
        @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
        String study = "";

        @Option(names = "--question", required = true, paramLabel = "Q", descriptionKey = "common.question")
        String question = "";

        @Option(names = "--waves", split = ",", paramLabel = "W", descriptionKey = "train.waves")
        List<WaveName> waves = List.of();
    }

    @Override
    public Integer call() {
        Asked asked = source.asked;
        String from = source.from;
        Console console = options.console();
        try (Workspace workspace = options.open(Workspace.Access.WRITE);
                TerminalProgress progress = console.progress()) {
            if (from != null) {
                say(console, new RemakeModel(workspace).run(from, progress));
            } else if (asked != null) {
                say(
                        console,
                        new TrainModel(workspace)
                                .run(
                                        new StudyName(asked.study),
                                        new QuestionName(asked.question),
                                        asked.waves,
                                        progress));
            }
        }
        return Main.DONE;
    }

    private static void say(Console console, TrainModel.Outcome outcome) {
        if (console.json()) {
            Map<String, Object> keys = keys(outcome.model().value(), outcome.examples(), outcome.codes());
            Map<String, Object> weights = new LinkedHashMap<>();
            outcome.waves().forEach((wave, weight) -> weights.put(wave.value(), weight));
            keys.put("wave_weights", weights);
            console.json(keys);
        } else {
            console.line(Message.of("cli.train.done", outcome.model().value(), outcome.examples(), outcome.codes()));
            outcome.weighed().ifPresent(console::line);
        }
    }

    private static void say(Console console, RemakeModel.Outcome outcome) {
        outcome.differences().forEach(difference -> console.tell(Message.of("cli.train.differs", difference)));
        if (console.json()) {
            Map<String, Object> keys = keys(outcome.model().value(), outcome.examples(), outcome.codes());
            keys.put("reproduces", outcome.original().value());
            keys.put("identical", true);
            keys.put(
                    "differences",
                    outcome.differences().stream()
                            .map(difference -> difference.in(console.locale()))
                            .toList());
            console.json(keys);
        } else {
            console.line(Message.of(
                    "cli.train.again",
                    outcome.original().value(),
                    outcome.model().value()));
        }
    }

    private static Map<String, Object> keys(String model, int examples, int codes) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("model", model);
        keys.put("examples", examples);
        keys.put("codes", codes);
        return keys;
    }
}

package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.console.Report;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.RemakeModel;
import org.verbacode.workflow.model.TrainModel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: a new model version from coded answers, or the reproduction of an earlier one. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @ArgGroup(multiplicity = "1")
    Source source = new Source();

    /** The question, or the card to reproduce. */
    static final class Source {
        @ArgGroup(exclusive = false)
        @Nullable
        Asked asked;

        @Option(names = "--from", paramLabel = "CARD", descriptionKey = "train.from")
        @Nullable
        String from;
    }

    /** The current codings of a question. */
    static final class Asked extends QuestionOptions {
        @Option(names = "--waves", split = ",", paramLabel = "W", descriptionKey = "train.waves")
        List<WaveName> waves = List.of();
    }

    @Override
    public Integer call() {
        Asked asked = source.asked;
        String from = source.from;
        return options.print(Workspace.Access.WRITE, (workspace, progress) -> {
            if (from != null) {
                return report(new RemakeModel(workspace).run(from, progress), options.console());
            }
            if (asked == null) {
                throw new IllegalStateException("neither a question nor a card");
            }
            return report(new TrainModel(workspace).run(asked.study(), asked.question(), asked.waves, progress));
        });
    }

    private static Report report(TrainModel.Outcome outcome) {
        Map<String, Object> keys = keys(outcome.model().value(), outcome.examples(), outcome.codes());
        Map<String, Object> weights = new LinkedHashMap<>();
        outcome.waves().forEach((wave, weight) -> weights.put(wave.value(), weight));
        keys.put("wave_weights", weights);
        return Report.of(keys, console -> {
            console.line(Message.of("cli.train.done", outcome.model().value(), outcome.examples(), outcome.codes()));
            outcome.weighed().ifPresent(console::line);
        });
    }

    private static Report report(RemakeModel.Outcome outcome, Console console) {
        outcome.differences().forEach(difference -> console.tell(Message.of("cli.train.differs", difference)));
        Map<String, Object> keys = keys(outcome.model().value(), outcome.examples(), outcome.codes());
        keys.put("reproduces", outcome.original().value());
        keys.put("identical", true);
        keys.put(
                "differences",
                outcome.differences().stream()
                        .map(difference -> difference.in(console.locale()))
                        .toList());
        return Report.of(
                keys,
                Message.of(
                        "cli.train.again",
                        outcome.original().value(),
                        outcome.model().value()));
    }

    private static Map<String, Object> keys(String model, int examples, int codes) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("model", model);
        keys.put("examples", examples);
        keys.put("codes", codes);
        return keys;
    }
}

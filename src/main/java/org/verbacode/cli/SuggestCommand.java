package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.coding.ModelName;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.SuggestCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suggest}: codes for the given answers to a question, for people to review. */
@Command(name = "suggest")
final class SuggestCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
    String study = "";

    @Option(names = "--question", required = true, paramLabel = "Q", descriptionKey = "common.question")
    String question = "";

    @Option(names = "--wave", paramLabel = "W", descriptionKey = "suggest.wave")
    @Nullable
    WaveName wave;

    @Option(names = "--model", paramLabel = "M", descriptionKey = "suggest.model")
    @Nullable
    String model;

    @Override
    public Integer call() {
        Console console = options.console();
        SuggestCodes.Request request = new SuggestCodes.Request(
                new StudyName(study),
                new QuestionName(question),
                Optional.ofNullable(wave),
                Optional.ofNullable(model).map(ModelName::new));
        SuggestCodes.Outcome outcome;
        try (Workspace workspace = options.open(Workspace.Access.WRITE);
                TerminalProgress progress = console.progress()) {
            outcome = new SuggestCodes(workspace).run(request, progress);
        }
        if (console.json()) {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("model", outcome.model().value());
            keys.put("answers", outcome.answers());
            keys.put("suggestions", outcome.suggestions());
            keys.put("from_definition", outcome.fromDefinition());
            console.json(keys);
        } else {
            console.line(
                    Message.of("cli.suggest.done", outcome.model().value(), outcome.answers(), outcome.suggestions()));
            if (!outcome.fromDefinition().isEmpty()) {
                console.line(Message.of("cli.suggest.definition", String.join(", ", outcome.fromDefinition())));
            }
        }
        return Main.DONE;
    }
}

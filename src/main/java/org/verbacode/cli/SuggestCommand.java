package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.console.WaveOption;
import org.verbacode.coding.ModelName;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.SuggestCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suggest}: suggestions for the given answers to a question. */
@Command(name = "suggest")
final class SuggestCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    QuestionOptions asked = new QuestionOptions();

    @Mixin
    WaveOption selection = new WaveOption();

    @Option(names = "--model", paramLabel = "M", descriptionKey = "suggest.model")
    @Nullable
    String model;

    @Override
    public Integer call() {
        SuggestCodes.Request request = new SuggestCodes.Request(
                asked.study(),
                asked.question(),
                selection.wave(),
                Optional.ofNullable(model).map(ModelName::new));
        return options.print(
                Workspace.Access.WRITE,
                (workspace, progress) -> report(new SuggestCodes(workspace).run(request, progress)));
    }

    private static Report report(SuggestCodes.Outcome outcome) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("model", outcome.model().value());
        keys.put("answers", outcome.answers());
        keys.put("suggestions", outcome.suggestions());
        keys.put("from_definition", outcome.fromDefinition());
        return Report.of(keys, console -> {
            console.line(
                    Message.of("cli.suggest.done", outcome.model().value(), outcome.answers(), outcome.suggestions()));
            if (!outcome.fromDefinition().isEmpty()) {
                console.line(Message.of("cli.suggest.definition", String.join(", ", outcome.fromDefinition())));
            }
        });
    }
}

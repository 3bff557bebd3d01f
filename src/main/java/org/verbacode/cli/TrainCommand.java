package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.TrainModel;
import org.verbacode.workflow.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: a new model version out of the coded answers to a question. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
    String study = "";

    @Option(names = "--question", required = true, paramLabel = "Q", descriptionKey = "common.question")
    String question = "";

    @Option(names = "--waves", split = ",", paramLabel = "W", descriptionKey = "train.waves")
    List<String> waves = List.of();

    @Override
    public Integer call() {
        Console console = options.console();
        TrainModel.Outcome outcome;
        try (Workspace workspace = options.open(Workspace.Access.WRITE);
                TerminalProgress progress = console.progress()) {
            outcome = new TrainModel(workspace)
                    .run(
                            new StudyName(study),
                            new QuestionName(question),
                            waves.stream().map(WaveName::new).toList(),
                            progress);
        }
        if (console.json()) {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("model", outcome.model().value());
            keys.put("examples", outcome.examples());
            keys.put("codes", outcome.codes());
            console.json(keys);
        } else {
            console.line(Message.of("cli.train.done", outcome.model().value(), outcome.examples(), outcome.codes()));
        }
        return Main.DONE;
    }
}

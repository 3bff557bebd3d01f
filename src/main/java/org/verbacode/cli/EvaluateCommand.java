package org.verbacode.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.learning.Interval;
import org.verbacode.learning.Scores;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.EvaluateFiles;
import org.verbacode.workflow.EvaluateModel;
import org.verbacode.workflow.EvaluateModel.Design;
import org.verbacode.workflow.Evaluation;
import org.verbacode.workflow.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: how well a model codes answers it has not learned from, in a study or between two files. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
    private static final int FOLDS = 5;

    @Mixin
    CommonOptions options = new CommonOptions();

    @ArgGroup(multiplicity = "1")
    Form form = new Form();

    /** A question of a study, or two files. */
    static final class Form {
        @ArgGroup(exclusive = false)
        @Nullable
        OfStudy study;

        @ArgGroup(exclusive = false)
        @Nullable
        OfFiles files;
    }

    /** What is judged in a study. */
    static final class OfStudy {
        @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
        String study = "";

        @Option(names = "--question", required = true, paramLabel = "Q", descriptionKey = "common.question")
        String question = "";

        @ArgGroup
        @Nullable
        Parts parts;
    }

    /** Which answers are learned from and which are judged. */
    static final class Parts {
        @Option(names = "--folds", paramLabel = "K", descriptionKey = "evaluate.folds")
        int folds = FOLDS;

        @Option(names = "--leave-one-wave-out", descriptionKey = "evaluate.leave-one-wave-out")
        boolean leaveOneWaveOut;

        @ArgGroup(exclusive = false)
        @Nullable
        OfWaves waves;
    }

    /** Waves against waves. */
    static final class OfWaves {
        @Option(
                names = "--train-waves",
                required = true,
                split = ",",
                paramLabel = "W",
                descriptionKey = "evaluate.train-waves")
        List<String> train = List.of();

        @Option(
                names = "--test-waves",
                required = true,
                split = ",",
                paramLabel = "W",
                descriptionKey = "evaluate.test-waves")
        List<String> test = List.of();
    }

    /** One file against another. */
    static final class OfFiles {
        @Option(names = "--train", required = true, paramLabel = "FILE", descriptionKey = "evaluate.train")
        Path train = Path.of("");

        @Option(names = "--test", required = true, paramLabel = "FILE", descriptionKey = "evaluate.test")
        Path test = Path.of("");

        @Option(names = "--text", required = true, paramLabel = "COL", descriptionKey = "evaluate.text")
        String text = "";

        @Option(names = "--codes", required = true, paramLabel = "COL", descriptionKey = "evaluate.codes")
        String codes = "";

        @Option(names = "--codebook", paramLabel = "FILE", descriptionKey = "evaluate.codebook")
        @Nullable
        Path codebook;

        @Option(names = "--predictions", paramLabel = "FILE", descriptionKey = "evaluate.predictions")
        @Nullable
        Path predictions;
    }

    @Override
    public Integer call() {
        Console console = options.console();
        Evaluation evaluation;
        try (TerminalProgress progress = console.progress()) {
            OfFiles files = form.files;
            OfStudy study = form.study;
            if (files != null) {
                evaluation = between(files, console, progress);
            } else if (study != null) {
                evaluation = within(study, progress);
            } else {
                throw new IllegalStateException("neither a study nor files");
            }
        }
        if (console.json()) {
            console.json(json(evaluation));
        } else {
            print(console, evaluation);
        }
        return Main.DONE;
    }

    private Evaluation between(OfFiles files, Console console, TerminalProgress progress) {
        EvaluateFiles.Outcome outcome = new EvaluateFiles(options.workspace)
                .run(
                        new EvaluateFiles.Request(
                                files.train,
                                files.test,
                                files.text,
                                files.codes,
                                Optional.ofNullable(files.codebook),
                                Optional.ofNullable(files.predictions)),
                        progress);
        progress.close();
        Rejected.tell(outcome.rejections(), console);
        return outcome.evaluation();
    }

    private Evaluation within(OfStudy asked, TerminalProgress progress) {
        try (Workspace workspace = options.open(Workspace.Access.READ)) {
            return new EvaluateModel(workspace)
                    .run(new StudyName(asked.study), new QuestionName(asked.question), design(asked.parts), progress);
        }
    }

    private static Design design(@Nullable Parts parts) {
        if (parts == null) {
            return new Design.Folds(FOLDS);
        }
        OfWaves waves = parts.waves;
        if (waves != null) {
            return new Design.Waves(
                    waves.train.stream().map(WaveName::new).toList(),
                    waves.test.stream().map(WaveName::new).toList());
        }
        return parts.leaveOneWaveOut ? new Design.LeaveOneWaveOut() : new Design.Folds(parts.folds);
    }

    private static Map<String, Object> json(Evaluation evaluation) {
        Scores scores = evaluation.scores();
        Map<String, Object> perCode = new LinkedHashMap<>();
        for (Code code : evaluation.codes()) {
            Scores.CodeScore score = evaluation.score(code);
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("precision", score.precision());
            keys.put("recall", score.recall());
            keys.put("f1", score.f1());
            keys.put("support", score.support());
            perCode.put(code.name(), keys);
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("micro_f1", scores.microF1());
        keys.put("micro_f1_interval", interval(scores.microInterval()));
        keys.put("macro_f1", scores.macroF1());
        keys.put("macro_f1_interval", interval(scores.macroInterval()));
        keys.put("jaccard", scores.jaccard());
        keys.put("exact_match", scores.exactMatch());
        keys.put("brier", scores.brier());
        keys.put("calibration_error", scores.calibrationError());
        keys.put("per_code", perCode);
        keys.put("train_seconds", evaluation.trainSeconds());
        keys.put("predict_seconds", evaluation.predictSeconds());
        keys.put("answers_per_second", evaluation.answersPerSecond());
        return keys;
    }

    private static List<Double> interval(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    private static void print(Console console, Evaluation evaluation) {
        Scores scores = evaluation.scores();
        console.line(Message.of(
                "cli.evaluate.scores",
                evaluation.judged(),
                scores.microF1(),
                scores.microInterval().low(),
                scores.microInterval().high(),
                scores.macroF1(),
                scores.macroInterval().low(),
                scores.macroInterval().high(),
                scores.jaccard(),
                scores.exactMatch(),
                scores.brier(),
                scores.calibrationError()));
        for (Code code : evaluation.codes()) {
            Scores.CodeScore score = evaluation.score(code);
            console.line(Message.of(
                    "cli.evaluate.code",
                    code.name(),
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    score.support(),
                    score.predicted()));
        }
        console.line(Message.of(
                "cli.evaluate.time",
                evaluation.trainSeconds(),
                evaluation.predictSeconds(),
                evaluation.answersPerSecond()));
    }
}

package org.verbacode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CodedFilesOptions;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.CsvOption;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.console.RejectedRows;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.cli.report.EvaluationReport;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.OutputFile;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.quality.CodeScoresTable;
import org.verbacode.workflow.quality.EvaluateFiles;
import org.verbacode.workflow.quality.EvaluateModel;
import org.verbacode.workflow.quality.EvaluateModel.Design;
import org.verbacode.workflow.quality.Evaluation;
import org.verbacode.workflow.quality.EvaluationOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: quality of held-out predictions, in a study or between two files. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
    private static final int FOLDS = 5;

    @Mixin
    CommonOptions options = new CommonOptions();

    @ArgGroup(multiplicity = "1")
    Form form = new Form();

    @Option(names = "--learner", paramLabel = "CLASS", descriptionKey = "evaluate.learner")
    List<String> learners = List.of();

    @Option(names = "--curve", descriptionKey = "evaluate.curve")
    boolean curve;

    @Option(names = "--mistakes", paramLabel = "N", descriptionKey = "evaluate.mistakes")
    @Nullable
    Integer mistakes;

    @Mixin
    CsvOption table = new CsvOption();

    /** A question of a study, or two files. */
    static final class Form {
        @ArgGroup(exclusive = false)
        @Nullable
        OfStudy study;

        @ArgGroup(exclusive = false)
        @Nullable
        OfFiles files;
    }

    /** The answers to a question, some of which are learned from and others judged. */
    static final class OfStudy extends QuestionOptions {
        @ArgGroup
        @Nullable
        Parts parts;
    }

    /** The evaluation design. */
    static final class Parts {
        @ArgGroup(exclusive = false)
        @Nullable
        OfFolds folds;

        @Option(names = "--leave-one-wave-out", descriptionKey = "evaluate.leave-one-wave-out")
        boolean leaveOneWaveOut;

        @ArgGroup(exclusive = false)
        @Nullable
        OfWaves waves;
    }

    /** Cross-validation. */
    static final class OfFolds {
        @Option(names = "--folds", paramLabel = "K", descriptionKey = "evaluate.folds")
        int count = FOLDS;

        @Option(names = "--repeats", paramLabel = "N", descriptionKey = "evaluate.repeats")
        int repeats = 1;
    }

    /** Train on some waves, judge on others. */
    static final class OfWaves {
        @Option(
                names = "--train-waves",
                required = true,
                split = ",",
                paramLabel = "W",
                descriptionKey = "evaluate.train-waves")
        List<WaveName> train = List.of();

        @Option(
                names = "--test-waves",
                required = true,
                split = ",",
                paramLabel = "W",
                descriptionKey = "evaluate.test-waves")
        List<WaveName> test = List.of();
    }

    /** One file that is learned from and another that is judged. */
    static final class OfFiles extends CodedFilesOptions {
        @Option(names = "--predictions", paramLabel = "FILE", descriptionKey = "evaluate.predictions")
        @Nullable
        Path predictions;
    }

    @Override
    public Integer call() {
        Console console = options.console();
        check();
        Evaluation evaluation = evaluate(console);
        table.write(file -> CodeScoresTable.write(evaluation, file));
        console.print(new EvaluationReport(evaluation, mistakes));
        return Main.DONE;
    }

    private Evaluation evaluate(Console console) {
        OfFiles files = form.files;
        OfStudy study = form.study;
        try (TerminalProgress progress = console.progress()) {
            if (files != null) {
                return between(files, console, progress);
            }
            if (study != null) {
                return within(study, progress);
            }
            throw new IllegalStateException("neither a study nor files");
        }
    }

    /** Checks before slow work begins. */
    private void check() {
        if (mistakes != null && mistakes < 1) {
            throw new RefusedException(Message.of("workflow.quality.evaluate.mistakes", mistakes));
        }
        OfFiles files = form.files;
        List<Path> taken = new ArrayList<>();
        if (files != null) {
            taken.addAll(files.inputs());
            Optional.ofNullable(files.predictions).ifPresent(out -> OutputFile.checkIsNoneOf(out, taken));
            Optional.ofNullable(files.predictions).ifPresent(taken::add);
        }
        table.checkIsNoneOf(taken);
    }

    private Evaluation between(OfFiles files, Console console, TerminalProgress progress) {
        EvaluateFiles.Outcome outcome = new EvaluateFiles(options.folder())
                .run(files.request(Optional.ofNullable(files.predictions)), evaluationOptions(), progress);
        progress.close();
        RejectedRows.tell(outcome.rejections(), console);
        return outcome.evaluation();
    }

    private Evaluation within(OfStudy asked, TerminalProgress progress) {
        try (Workspace workspace = options.open(Workspace.Access.READ)) {
            return new EvaluateModel(workspace)
                    .run(asked.study(), asked.question(), design(asked.parts), evaluationOptions(), progress);
        }
    }

    private EvaluationOptions evaluationOptions() {
        return new EvaluationOptions(learners, curve);
    }

    private static Design design(@Nullable Parts parts) {
        if (parts == null) {
            return new Design.Folds(FOLDS, 1);
        }
        OfWaves waves = parts.waves;
        if (waves != null) {
            return new Design.Waves(waves.train, waves.test);
        }
        OfFolds folds = parts.folds;
        return folds == null ? new Design.LeaveOneWaveOut() : new Design.Folds(folds.count, folds.repeats);
    }
}

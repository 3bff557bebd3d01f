package org.verbacode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.RejectedRows;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.cli.report.SimulationReport;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.OutputFile;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.quality.CodingOrder;
import org.verbacode.workflow.quality.EvaluateFiles;
import org.verbacode.workflow.quality.SimulateCoding;
import org.verbacode.workflow.quality.Simulation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code simulate}: how much coding the order of the answers saves, on answers that people have coded. */
@Command(name = "simulate")
final class SimulateCommand implements Callable<Integer> {
    private static final int SEEDS = 5;

    @Mixin
    CommonOptions options = new CommonOptions();

    @ArgGroup(multiplicity = "1")
    Form form = new Form();

    @Option(
            names = "--order",
            split = ",",
            paramLabel = "random|uncertain|by-code",
            converter = Orders.class,
            descriptionKey = "simulate.order")
    List<CodingOrder> orders = List.of(CodingOrder.values());

    @Option(names = "--start", paramLabel = "N", descriptionKey = "simulate.start")
    @Nullable
    Integer start;

    @Option(names = "--step", paramLabel = "N", descriptionKey = "simulate.step")
    @Nullable
    Integer step;

    @Option(names = "--reach", paramLabel = "N", descriptionKey = "simulate.reach")
    @Nullable
    Integer reach;

    @Option(names = "--seeds", paramLabel = "N", descriptionKey = "simulate.seeds")
    int seeds = SEEDS;

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "simulate.csv")
    @Nullable
    Path csv;

    /** A question of a study, or two files. */
    static final class Form {
        @ArgGroup(exclusive = false)
        @Nullable
        OfStudy study;

        @ArgGroup(exclusive = false)
        @Nullable
        OfFiles files;
    }

    /** What people have coded in a study. */
    static final class OfStudy {
        @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
        String study = "";

        @Option(names = "--question", required = true, paramLabel = "Q", descriptionKey = "common.question")
        String question = "";
    }

    /** What is coded in one file and judged in another. */
    static final class OfFiles {
        @Option(names = "--train", required = true, paramLabel = "FILE", descriptionKey = "simulate.train")
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
    }

    /** Orders by their names. */
    static final class Orders implements ITypeConverter<CodingOrder> {
        @Override
        public CodingOrder convert(String word) {
            return Stream.of(CodingOrder.values())
                    .filter(order -> order.word().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(word));
        }
    }

    @Override
    public Integer call() {
        Console console = options.console();
        SimulateCoding.Options asked = new SimulateCoding.Options(
                Set.copyOf(orders),
                Optional.ofNullable(start),
                Optional.ofNullable(step),
                Optional.ofNullable(reach),
                seeds);
        OfFiles read = form.files;
        if (csv != null && read != null) {
            List<Path> taken = new ArrayList<>(List.of(read.train, read.test));
            Optional.ofNullable(read.codebook).ifPresent(taken::add);
            OutputFile.checkIsNoneOf(csv, taken);
        }
        Simulation simulation;
        try (TerminalProgress progress = console.progress()) {
            OfFiles files = form.files;
            OfStudy study = form.study;
            if (files != null) {
                simulation = between(files, asked, console, progress);
            } else if (study != null) {
                simulation = within(study, asked, progress);
            } else {
                throw new IllegalStateException("neither a study nor files");
            }
        }
        if (csv != null) {
            SimulateCoding.write(simulation, csv);
        }
        SimulationReport report = new SimulationReport(simulation);
        if (console.json()) {
            console.json(report.json());
        } else {
            report.print(console);
        }
        return Main.DONE;
    }

    private Simulation between(
            OfFiles files, SimulateCoding.Options asked, Console console, TerminalProgress progress) {
        SimulateCoding.Outcome outcome = new SimulateCoding(options.folder())
                .run(
                        new EvaluateFiles.Request(
                                files.train,
                                files.test,
                                files.text,
                                files.codes,
                                Optional.ofNullable(files.codebook),
                                Optional.empty()),
                        asked,
                        progress);
        progress.close();
        RejectedRows.tell(outcome.rejections(), console);
        return outcome.simulation();
    }

    private Simulation within(OfStudy study, SimulateCoding.Options asked, TerminalProgress progress) {
        try (Workspace workspace = options.open(Workspace.Access.READ)) {
            return SimulateCoding.run(
                    workspace, new StudyName(study.study), new QuestionName(study.question), asked, progress);
        }
    }
}

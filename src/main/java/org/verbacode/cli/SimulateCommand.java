package org.verbacode.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CodedFilesOptions;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.CsvOption;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.console.RejectedRows;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.cli.report.SimulationReport;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.quality.CodingOrder;
import org.verbacode.workflow.quality.SimulateCoding;
import org.verbacode.workflow.quality.Simulation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code simulate}: savings of other orders of coding over random order, on existing codings. */
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

    @Mixin
    CsvOption table = new CsvOption();

    /** A question of a study, or two files. */
    static final class Form {
        @ArgGroup(exclusive = false)
        @Nullable
        QuestionOptions study;

        @ArgGroup(exclusive = false)
        @Nullable
        CodedFilesOptions files;
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
        CodedFilesOptions files = form.files;
        if (files != null) {
            table.checkIsNoneOf(files.inputs());
        }
        Simulation simulation = simulate(asked, console);
        table.write(file -> SimulateCoding.write(simulation, file));
        console.print(new SimulationReport(simulation));
        return Main.DONE;
    }

    private Simulation simulate(SimulateCoding.Options asked, Console console) {
        CodedFilesOptions files = form.files;
        QuestionOptions study = form.study;
        try (TerminalProgress progress = console.progress()) {
            if (files != null) {
                return between(files, asked, console, progress);
            }
            if (study != null) {
                return within(study, asked, progress);
            }
            throw new IllegalStateException("neither a study nor files");
        }
    }

    private Simulation between(
            CodedFilesOptions files, SimulateCoding.Options asked, Console console, TerminalProgress progress) {
        SimulateCoding.Outcome outcome =
                new SimulateCoding(options.folder()).run(files.request(Optional.empty()), asked, progress);
        progress.close();
        RejectedRows.tell(outcome.rejections(), console);
        return outcome.simulation();
    }

    private Simulation within(QuestionOptions study, SimulateCoding.Options asked, TerminalProgress progress) {
        try (Workspace workspace = options.open(Workspace.Access.READ)) {
            return SimulateCoding.run(workspace, study.study(), study.question(), asked, progress);
        }
    }
}

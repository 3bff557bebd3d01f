package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.report.RoundReport;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.CloseRound;
import org.verbacode.workflow.coders.DrawRound;
import org.verbacode.workflow.coders.SampleSize;
import org.verbacode.workflow.coders.ShowRound;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code draw}: draws answers at random for a round of blind coding, and shows rounds. */
@Command(
        name = "draw",
        subcommands = {DrawCommand.ListRounds.class, DrawCommand.Show.class, DrawCommand.Close.class})
final class DrawCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @ArgGroup(exclusive = false)
    @Nullable
    Asked asked;

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What to draw. */
    static final class Asked extends QuestionOptions {
        @Option(names = "--n", required = true, paramLabel = "N", descriptionKey = "draw.n")
        String n = "";

        @Option(names = "--for", required = true, paramLabel = "training|double|audit", descriptionKey = "draw.for")
        Purpose purpose = Purpose.training;

        @Option(names = "--wave", paramLabel = "W", descriptionKey = "draw.wave")
        @Nullable
        String wave;

        @Option(names = "--coders", split = ",", paramLabel = "A,B", descriptionKey = "draw.coders")
        List<String> coders = List.of();

        @Option(names = "--seed", paramLabel = "K", descriptionKey = "draw.seed")
        @Nullable
        Long seed;

        @Option(names = "--name", paramLabel = "R", descriptionKey = "draw.name")
        @Nullable
        String name;
    }

    /** What the answers are drawn for, as typed. */
    enum Purpose {
        training(Draw.Purpose.TRAINING),
        double_(Draw.Purpose.DOUBLE_CODING),
        audit(Draw.Purpose.AUDIT);

        private final Draw.Purpose purpose;

        Purpose(Draw.Purpose purpose) {
            this.purpose = purpose;
        }

        /** "double" is a word of Java. */
        @Override
        public String toString() {
            return name().replace("_", "");
        }
    }

    @Override
    public Integer call() {
        Asked draw = asked;
        if (draw == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "draw what?");
        }
        return options.print(Workspace.Access.WRITE, (workspace, progress) -> {
            String wave = draw.wave;
            Round round = new DrawRound(workspace)
                    .run(new DrawRound.Request(
                            draw.study(),
                            draw.question(),
                            SampleSize.of(draw.n),
                            draw.purpose.purpose,
                            wave == null ? null : new WaveName(wave),
                            draw.coders.stream().map(CoderName::new).toList(),
                            draw.seed,
                            draw.name));
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("draw", round.id().value());
            page.put("name", round.name());
            page.put("answers", round.draw().answers().size());
            page.put("seed", round.draw().seed());
            return Report.of(
                    page,
                    Message.of(
                            "cli.draw.done",
                            round.draw().answers().size(),
                            round.name(),
                            round.id().value()));
        });
    }

    /** {@code draw list}. */
    @Command(name = "list")
    static final class ListRounds implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Mixin
        RoundOptions rounds = new RoundOptions();

        @Override
        public Integer call() {
            return options.print(Workspace.Access.READ, (workspace, progress) -> {
                ShowRound shows = new ShowRound(workspace);
                return RoundReport.list(
                        rounds.in(workspace).all().stream().map(shows::progress).toList());
            });
        }
    }

    /** A command on one round. */
    abstract static class OnRound implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Mixin
        RoundOptions rounds = new RoundOptions();

        @Parameters(paramLabel = "D", descriptionKey = "draw.draw")
        String draw = "";
    }

    /** {@code draw show}. */
    @Command(name = "show")
    static final class Show extends OnRound {
        @Override
        public Integer call() {
            return options.print(
                    Workspace.Access.READ,
                    (workspace, progress) -> new RoundReport(
                            new ShowRound(workspace).run(rounds.in(workspace).named(draw))));
        }
    }

    /** {@code draw close}. */
    @Command(name = "close")
    static final class Close extends OnRound {
        @Option(names = "--coder", required = true, paramLabel = "NAME", descriptionKey = "draw.coder")
        String coder = "";

        @Override
        public Integer call() {
            return options.print(Workspace.Access.WRITE, (workspace, progress) -> {
                Round round = rounds.in(workspace).named(draw);
                new CloseRound(workspace).run(round, new CoderName(coder));
                return Report.of(
                        Map.of("draw", round.id().value(), "closed", true),
                        Message.of("cli.draw.closed", round.name()));
            });
        }
    }
}

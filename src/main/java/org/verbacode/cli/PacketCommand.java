package org.verbacode.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.RejectedRows;
import org.verbacode.cli.console.Report;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.MakePacket;
import org.verbacode.workflow.coders.MergePackets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code packet}: one coder's share of a round as a file for another computer, and back. */
@Command(
        name = "packet",
        subcommands = {PacketCommand.Make.class, PacketCommand.Merge.class})
final class PacketCommand {
    @Mixin
    CommonOptions options = new CommonOptions();

    private PacketCommand() {}

    /** {@code packet make}. */
    @Command(name = "make")
    static final class Make implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Mixin
        RoundOptions rounds = new RoundOptions();

        @Option(names = "--draw", required = true, paramLabel = "D", descriptionKey = "draw.draw")
        String draw = "";

        @Option(names = "--coder", required = true, paramLabel = "B", descriptionKey = "packet.coder")
        String coder = "";

        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "packet.out")
        Path out = Path.of("");

        @Override
        public Integer call() {
            Console console = options.console();
            return options.print(Workspace.Access.READ, (workspace, progress) -> {
                Round round = rounds.in(workspace).named(draw);
                int answers = new MakePacket(workspace).run(round, new CoderName(coder), out, console.locale());
                return Report.of(
                        Map.of("answers", answers), Message.of("cli.packet.made", answers, coder, out.toString()));
            });
        }
    }

    /** {@code packet merge}. */
    @Command(name = "merge")
    static final class Merge implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Mixin
        RoundOptions rounds = new RoundOptions();

        @Option(names = "--draw", paramLabel = "D", descriptionKey = "packet.draw")
        @Nullable
        String draw;

        @Option(names = "--coder", paramLabel = "B", descriptionKey = "packet.whose")
        @Nullable
        String coder;

        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "packet.files")
        List<Path> files = List.of();

        @Override
        public Integer call() {
            Console console = options.console();
            return options.print(Workspace.Access.WRITE, (workspace, progress) -> {
                Round round = draw == null ? null : rounds.in(workspace).named(draw);
                CoderName name = coder == null ? null : new CoderName(coder);
                MergePackets merging = new MergePackets(workspace);
                MergePackets.Report merged = merging.run(files, round, name);
                RejectedRows.tell(merged.rejections(), console);
                Map<String, Object> page = new LinkedHashMap<>();
                page.put("new", merged.added());
                page.put("unchanged", merged.unchanged());
                page.put("rejected", merged.rejectedRows());
                page.put("to_code", merged.toCode());
                page.put("rejections", RejectedRows.json(merged.rejections(), console.locale()));
                return Report.of(
                        page,
                        Message.of(
                                "cli.packet.merged",
                                merged.added(),
                                merged.unchanged(),
                                merged.rejectedRows(),
                                merged.toCode()));
            });
        }
    }
}

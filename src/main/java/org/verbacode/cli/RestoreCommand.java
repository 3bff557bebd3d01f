package org.verbacode.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Confirmation;
import org.verbacode.cli.console.Console;
import org.verbacode.study.Message;
import org.verbacode.workflow.studies.BackUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code restore}: a backup in place of a workspace's database. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
    Path file = Path.of("");

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Override
    public Integer call() {
        Console console = options.console();
        boolean replaces = Files.exists(options.workspace.resolve("verbacode.db"));
        if (replaces && !confirmation.isGiven(Message.of("cli.restore.replace", file), console)) {
            return Main.REFUSED;
        }
        console.tell(BackUp.restore(file, options.workspace, Clock.systemUTC())
                .map(kept -> Message.of("cli.restore.done", kept))
                .orElse(Message.of("cli.restore.placed")));
        return Main.DONE;
    }
}

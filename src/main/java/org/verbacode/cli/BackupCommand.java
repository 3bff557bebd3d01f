package org.verbacode.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.studies.BackUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backup}: the database of a workspace as one file. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "backup.out")
    Path out = Path.of("");

    @Override
    public Integer call() {
        Console console = options.console();
        try (Workspace workspace = options.open(Workspace.Access.READ)) {
            BackUp.save(workspace, out);
        }
        console.tell(Message.of("cli.backup.done", out));
        return Main.DONE;
    }
}

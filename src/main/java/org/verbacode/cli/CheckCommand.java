package org.verbacode.cli;

import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.studies.BackUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: the integrity of the database. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() {
        Console console = options.console();
        try (Workspace workspace = options.open(Workspace.Access.WRITE)) {
            BackUp.check(workspace);
        }
        console.tell(Message.of("cli.check.sound"));
        return Main.DONE;
    }
}

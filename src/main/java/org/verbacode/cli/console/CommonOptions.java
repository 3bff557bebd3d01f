package org.verbacode.cli.console;

import java.util.function.BiFunction;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of every command, and what follows from them. */
public final class CommonOptions extends WorkspaceOptions {
    /** How results are printed. */
    enum Format {
        text,
        json
    }

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "common.format")
    Format format = Format.text;

    @Override
    public Console console() {
        return new Console(locale(), format == Format.json);
    }

    /** Opens the workspace, runs a task and prints its report; returns exit code 0. */
    public int print(Workspace.Access access, BiFunction<Workspace, Progress, Report> work) {
        Console console = console();
        try (Workspace workspace = open(access)) {
            Report report;
            try (TerminalProgress progress = console.progress()) {
                report = work.apply(workspace, progress);
            }
            console.print(report);
        }
        return CommandLine.ExitCode.OK;
    }
}

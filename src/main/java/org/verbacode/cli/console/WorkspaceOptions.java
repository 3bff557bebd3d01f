package org.verbacode.cli.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.studies.FirstStart;
import org.verbacode.workflow.studies.OpenExample;
import picocli.CommandLine.Option;

/** Where a command works and in which language; the one command whose {@code --format} is a file's has only these. */
public sealed class WorkspaceOptions permits CommonOptions {
    /** What the command speaks. */
    enum Lang {
        fr,
        en
    }

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "common.workspace")
    public Path workspace = Path.of("");

    @Option(names = "--database", paramLabel = "URL", descriptionKey = "common.database")
    @Nullable
    String database;

    @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "common.lang")
    @Nullable
    Lang lang;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "common.help")
    boolean help;

    /**
     * The folder of the workspace.
     *
     * @throws RefusedException if it is not there: a mistyped name starts no workspace
     */
    public Path folder() {
        if (!Files.isDirectory(workspace)) {
            throw new RefusedException(Message.of("cli.workspace.missing", workspace));
        }
        return workspace;
    }

    /** The workspace as it is; a folder that is not there is made. */
    public Workspace startAsItIs(Workspace.Access access) {
        return alone(() -> openAsItIs(access));
    }

    private Workspace openAsItIs(Workspace.Access access) {
        return Workspace.open(workspace, Optional.ofNullable(database), access, Clock.systemUTC());
    }

    /** What is on a server, the server keeps in order. */
    private Workspace alone(Supplier<Workspace> opening) {
        return database == null ? FirstStart.alone(workspace, opening) : opening.get();
    }

    /** The workspace in a folder that is there. */
    public Workspace open(Workspace.Access access) {
        folder();
        return start(access);
    }

    /**
     * The workspace; a folder that is not there is made, and the first command in one with a corpus opens the study it
     * describes.
     */
    public Workspace start(Workspace.Access access) {
        return alone(() -> openWithItsStudy(access));
    }

    private Workspace openWithItsStudy(Workspace.Access access) {
        Workspace opened = openAsItIs(access);
        try (TerminalProgress progress = console().progress()) {
            new OpenExample(opened).atFirstStart(progress);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    Locale locale() {
        return Language.of(Optional.ofNullable(lang).map(Lang::name), Locale.getDefault());
    }

    public Console console() {
        return new Console(locale(), false);
    }
}

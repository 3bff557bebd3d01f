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

/**
 * The options of workspace and language; {@code export}, whose {@code --format} means another thing, has only these.
 */
public sealed class WorkspaceOptions permits CommonOptions {
    /** The language of messages. */
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
     * @throws RefusedException if it does not exist: a mistyped name creates no workspace
     */
    public Path folder() {
        if (!Files.isDirectory(workspace)) {
            throw new RefusedException(Message.of("cli.workspace.missing", workspace));
        }
        return workspace;
    }

    /** The workspace without importing the study of its corpus; a missing folder is created. */
    public Workspace startAsItIs(Workspace.Access access) {
        return firstStartSerialised(() -> openWorkspace(access));
    }

    private Workspace openWorkspace(Workspace.Access access) {
        return Workspace.open(workspace, Optional.ofNullable(database), access, Clock.systemUTC());
    }

    /** Lets only one process at a time make a workspace; a database server does that itself. */
    private Workspace firstStartSerialised(Supplier<Workspace> opening) {
        return database == null ? FirstStart.alone(workspace, opening) : opening.get();
    }

    /** The workspace in an existing folder. */
    public Workspace open(Workspace.Access access) {
        folder();
        return start(access);
    }

    /** The workspace; a missing folder is created, and the first start imports the study of its corpus. */
    public Workspace start(Workspace.Access access) {
        return firstStartSerialised(() -> openAndImportExample(access));
    }

    private Workspace openAndImportExample(Workspace.Access access) {
        Workspace opened = openWorkspace(access);
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

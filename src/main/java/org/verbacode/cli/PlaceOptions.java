package org.verbacode.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.workflow.OpenExample;
import org.verbacode.workflow.Workspace;
import picocli.CommandLine.Option;

/** Where a command works and in which language; the one command whose {@code --format} is a file's has only these. */
sealed class PlaceOptions permits CommonOptions {
    /** What the command speaks. */
    enum Lang {
        fr,
        en
    }

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "common.workspace")
    Path workspace = Path.of("");

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

    /** The workspace as it is. */
    Workspace openAsItIs(Workspace.Access access) {
        return Workspace.open(workspace, Optional.ofNullable(database), access, Clock.systemUTC());
    }

    /** The workspace; the first command in a folder with a corpus opens the study it describes. */
    Workspace open(Workspace.Access access) {
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

    Console console() {
        return new Console(locale(), false);
    }
}

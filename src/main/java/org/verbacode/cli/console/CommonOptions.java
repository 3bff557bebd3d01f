package org.verbacode.cli.console;

import picocli.CommandLine.Option;

/** The options every command has, and what follows from them. */
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
}

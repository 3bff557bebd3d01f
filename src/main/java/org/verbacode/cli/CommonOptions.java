package org.verbacode.cli;

import picocli.CommandLine.Option;

/** The options every command has, and what follows from them. */
final class CommonOptions extends PlaceOptions {
    /** How results are printed. */
    enum Format {
        text,
        json
    }

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "common.format")
    Format format = Format.text;

    @Override
    Console console() {
        return new Console(locale(), format == Format.json);
    }
}

package org.verbacode.cli.console;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of a command that reads a column of texts and writes a file; each command describes them in its words. */
public final class TextFileOptions {
    @Option(names = "--in", required = true, paramLabel = "FILE", descriptionKey = "in")
    public Path in = Path.of("");

    @Option(names = "--text", required = true, paramLabel = "COL", descriptionKey = "text")
    public String text = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "out")
    public Path out = Path.of("");
}

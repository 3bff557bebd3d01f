package org.verbacode.cli.console;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.OutputFile;
import picocli.CommandLine.Option;

/** The option {@code --csv} of commands that also write their figures as a table. */
public final class CsvOption {
    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "csv")
    @Nullable
    Path csv;

    /**
     * Checks the file before slow work begins.
     *
     * @throws RefusedException if it is one of the files in use
     */
    public void checkIsNoneOf(List<Path> taken) {
        if (csv != null) {
            OutputFile.checkIsNoneOf(csv, taken);
        }
    }

    /** Writes the file, if it was asked for. */
    public void write(Consumer<Path> writer) {
        if (csv != null) {
            writer.accept(csv);
        }
    }
}

package org.verbacode.cli.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.WaveName;
import picocli.CommandLine.Option;

/** The option {@code --wave} of commands that work on one wave; each command describes its default. */
public final class WaveOption {
    @Option(names = "--wave", paramLabel = "W", descriptionKey = "wave")
    @Nullable
    WaveName wave;

    /** The wave; empty for the command's default. */
    public Optional<WaveName> wave() {
        return Optional.ofNullable(wave);
    }
}

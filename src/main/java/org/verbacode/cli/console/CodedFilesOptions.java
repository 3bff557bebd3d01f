package org.verbacode.cli.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.workflow.quality.EvaluateFiles;
import picocli.CommandLine.Option;

/** The options that name a coded file to learn from and one to judge by. */
public class CodedFilesOptions {
    @Option(names = "--train", required = true, paramLabel = "FILE", descriptionKey = "train")
    Path train = Path.of("");

    @Option(names = "--test", required = true, paramLabel = "FILE", descriptionKey = "evaluate.test")
    Path test = Path.of("");

    @Option(names = "--text", required = true, paramLabel = "COL", descriptionKey = "evaluate.text")
    String text = "";

    @Option(names = "--codes", required = true, paramLabel = "COL", descriptionKey = "evaluate.codes")
    String codes = "";

    @Option(names = "--codebook", paramLabel = "FILE", descriptionKey = "evaluate.codebook")
    @Nullable
    Path codebook;

    /** The files that are read: no output may have the path of one of them. */
    public List<Path> inputs() {
        List<Path> inputs = new ArrayList<>(List.of(train, test));
        Optional.ofNullable(codebook).ifPresent(inputs::add);
        return inputs;
    }

    /** @param predictions the file to write predictions to; empty for none */
    public EvaluateFiles.Request request(Optional<Path> predictions) {
        return new EvaluateFiles.Request(train, test, text, codes, Optional.ofNullable(codebook), predictions);
    }
}

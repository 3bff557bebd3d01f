package org.verbacode.cli.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import picocli.CommandLine.Option;

/** The options that name a study and, if wanted, one of its questions. */
public final class StudyOptions {
    @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
    String study = "";

    @Option(names = "--question", paramLabel = "Q", descriptionKey = "common.question")
    @Nullable
    String question;

    public StudyName study() {
        return new StudyName(study);
    }

    public @Nullable QuestionName question() {
        return Optional.ofNullable(question).map(QuestionName::new).orElse(null);
    }
}

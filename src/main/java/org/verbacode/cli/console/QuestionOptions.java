package org.verbacode.cli.console;

import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import picocli.CommandLine.Option;

/** The options that name a question of a study. */
public class QuestionOptions {
    @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
    String study = "";

    @Option(names = "--question", required = true, paramLabel = "Q", descriptionKey = "common.question")
    String question = "";

    public StudyName study() {
        return new StudyName(study);
    }

    public QuestionName question() {
        return new QuestionName(question);
    }
}

package org.verbacode.cli;

import org.jspecify.annotations.Nullable;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.FindRound;
import picocli.CommandLine.Option;

/** The options that say where to look for a round: by default in all studies. */
final class RoundOptions {
    @Option(names = "--study", paramLabel = "S", descriptionKey = "common.study")
    @Nullable
    String study;

    @Option(names = "--question", paramLabel = "Q", descriptionKey = "common.question")
    @Nullable
    String question;

    FindRound in(Workspace workspace) {
        return new FindRound(
                workspace,
                study == null ? null : new StudyName(study),
                question == null ? null : new QuestionName(question));
    }
}

package org.verbacode.workflow.review;

import java.util.Optional;
import org.verbacode.coding.Suggestion;
import org.verbacode.study.Question;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveQuestion;
import org.verbacode.workflow.model.QuestionSuggestions;
import org.verbacode.workflow.review.ReviewScreen.Likelihood;

/** The suggestions for all answers to a question as the review screen has them, for lists of answers. */
public final class CurrentSuggestions {
    private CurrentSuggestions() {}

    /** Those of the live model if there is one, else the stored ones. */
    public static QuestionSuggestions of(Workspace workspace, Question question, Optional<LiveQuestion> live) {
        return live.flatMap(LiveQuestion::now)
                .map(QuestionSuggestions.class::cast)
                .orElseGet(
                        () -> new StoredSuggestions(workspace.database(), question, new Proposals(workspace.models())));
    }

    /** How likely a suggested code is, in classes that coders can tell apart. */
    public static Likelihood likelihood(Suggestion suggestion) {
        return Proposals.likelihood(suggestion);
    }
}

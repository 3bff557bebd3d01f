package org.verbacode.workflow.review;

import java.util.Comparator;
import java.util.Optional;
import org.verbacode.coding.CoderName;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.study.Answer;
import org.verbacode.study.Question;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * Reads the question with most answers a few times, for nobody, after the application has started. Its code is then compiled
 * and the first screen that somebody opens comes sooner. Nothing is stored or kept.
 */
public final class WarmUp {
    private static final CoderName NOBODY = new CoderName("nobody");
    /** The virtual machine compiles what has run several times; more rounds bring nothing more. */
    private static final int ROUNDS = 3;

    private final Workspace workspace;
    private final SearchAnswers search;
    private final LiveModels live;

    public WarmUp(Workspace workspace, SearchAnswers search, LiveModels live) {
        this.workspace = workspace;
        this.search = search;
        this.live = live;
    }

    /** Runs in the background. */
    public void start() {
        for (int round = 0; round < ROUNDS; round++) {
            live.inBackground(() -> largest().ifPresent(this::open));
        }
    }

    private Optional<Question> largest() {
        return new ListStudies(workspace)
                .all().stream()
                        .flatMap(study -> study.questions().stream())
                        .max(Comparator.comparing(ListStudies.QuestionGlance::given))
                        .map(ListStudies.QuestionGlance::question);
    }

    /** Opens the answers to check; a live model, which takes seconds, is not built. */
    Optional<Answer> open(Question question) {
        try (LiveModels none = new LiveModels(workspace, task -> {})) {
            return new ReviewSession(
                            workspace,
                            search,
                            none,
                            new Proposals(workspace.models()),
                            question,
                            new Assignment(question.study(), question.name(), NOBODY),
                            new DisplayedSuggestions())
                    .firstToCheck();
        }
    }
}

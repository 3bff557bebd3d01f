package org.verbacode.workflow.coders;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** Finds a round by the id of its draw or by its name. */
public final class FindRound {
    private final Workspace workspace;
    private final @Nullable StudyName study;
    private final @Nullable QuestionName question;

    /** Looks among the rounds of all studies. */
    public FindRound(Workspace workspace) {
        this(workspace, null, null);
    }

    /**
     * Looks among some rounds.
     *
     * @param study null for all
     * @param question null for all
     */
    public FindRound(Workspace workspace, @Nullable StudyName study, @Nullable QuestionName question) {
        this.workspace = workspace;
        this.study = study;
        this.question = question;
    }

    /**
     * The rounds, oldest first.
     *
     * @throws RefusedException if there is no such study or question
     */
    public List<Round> all() {
        if (study != null) {
            ListStudies studies = new ListStudies(workspace);
            studies.questions(study);
            if (question != null) {
                studies.question(study, question);
            }
        }
        return workspace.database().rounds().all().stream()
                .filter(round -> study == null || round.draw().study().equals(study))
                .filter(round -> question == null || round.draw().question().equals(question))
                .toList();
    }

    /**
     * The round of this id or name.
     *
     * @throws RefusedException if there is none, or several of that name
     */
    public Round named(String idOrName) {
        List<Round> rounds = all();
        String wanted = idOrName.strip();
        List<Round> found = rounds.stream()
                .filter(round -> round.id().value().equalsIgnoreCase(wanted))
                .toList();
        if (found.isEmpty()) {
            found = rounds.stream().filter(round -> round.name().equals(wanted)).toList();
        }
        if (found.isEmpty()) {
            throw new RefusedException(Message.of(
                    "workflow.coders.round.unknown",
                    wanted,
                    rounds.stream().map(Round::name).collect(Collectors.joining(", "))));
        }
        if (found.size() > 1) {
            throw new RefusedException(Message.of(
                    "workflow.coders.round.several",
                    wanted,
                    found.stream().map(round -> round.id().value()).collect(Collectors.joining(", "))));
        }
        return found.get(0);
    }
}

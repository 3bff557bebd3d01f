package org.verbacode.workflow.coders;

import java.util.List;
import java.util.stream.Collectors;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;

/** Finds a round by the id of its draw or by its name. */
public final class FindRound {
    private final Workspace workspace;

    public FindRound(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The rounds of all studies, oldest first. */
    public List<Round> all() {
        return workspace.database().rounds().all();
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

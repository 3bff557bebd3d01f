package org.verbacode.workflow.coders;

import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;

/** Ends a round before all its coders have finished, so that its codes are no longer hidden. */
public final class CloseRound {
    private final Database database;

    public CloseRound(Workspace workspace) {
        this.database = workspace.database();
    }

    /** @throws RefusedException if the study has people who lead and this is none of them */
    public void run(Round round, CoderName by) {
        boolean isLed =
                database.coders().of(round.draw().study()).stream().anyMatch(coder -> coder.role() == Coder.Role.LEADS);
        boolean leads = database.coders()
                .find(round.draw().study(), by)
                .map(coder -> coder.role() == Coder.Role.LEADS)
                .orElse(false);
        if (isLed && !leads) {
            throw new RefusedException(Message.of("workflow.coders.round.lead", by.value()));
        }
        database.rounds().close(round.id(), by);
    }
}

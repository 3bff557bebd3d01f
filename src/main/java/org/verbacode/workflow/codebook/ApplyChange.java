package org.verbacode.workflow.codebook;

import org.verbacode.coding.Codebook;
import org.verbacode.store.Codebooks.Edit;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.StaleException;
import org.verbacode.workflow.Workspace;

/** Stores a planned change as a new version of the codebook. */
public final class ApplyChange {
    private final Workspace workspace;

    public ApplyChange(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Applies a change.
     *
     * @param author a coder's name; empty if unknown
     * @return the codebook afterwards
     * @throws StaleException if the codebook has changed since the change was planned
     */
    public Codebook run(CodebookChange change, String author) {
        Database database = workspace.database();
        synchronized (workspace) {
            return database.inTransaction(() -> {
                if (database.codebooks()
                                .current(change.study(), change.question())
                                .version()
                        != change.from()) {
                    throw new StaleException(Message.of("workflow.codebook.plan.stale"));
                }
                return database.codebooks()
                        .save(
                                change.study(),
                                change.question(),
                                change.codes(),
                                new Edit(author, change.kind(), change.relations()));
            });
        }
    }
}

package org.verbacode.workflow;

import java.util.Optional;
import java.util.function.Supplier;
import org.verbacode.coding.Coding;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.StaleException;

/**
 * How a page sent an act: it is stored once, however often it is sent, and not stored if the coding has changed since the
 * page showed it.
 *
 * @param id chosen by the page; empty if it chose none
 * @param seen the state of the coding that the page shows ({@link Coding#state}); empty if it does not say
 */
public record SentAct(String id, String seen) {
    /** An act that no page sent. */
    public static final SentAct NONE = new SentAct("", "");

    /** Whether it was stored before. */
    public boolean isStored(Database database) {
        return !id.isEmpty() && database.sentActs().has(id);
    }

    /** @throws StaleException if the stored coding is not the one that the page shows */
    public void refuseUnseen(Optional<Coding> stored) {
        if (!seen.isEmpty() && !seen.equals(Coding.state(stored))) {
            throw new StaleException(Message.of("workflow.answer.stale"));
        }
    }

    /** Stores the coder's act together with its id. */
    public <T> T store(Database database, Assignment assignment, Supplier<T> act) {
        if (id.isEmpty()) {
            return act.get();
        }
        return database.inTransaction(() -> {
            T done = act.get();
            database.sentActs().add(id, assignment);
            return done;
        });
    }
}

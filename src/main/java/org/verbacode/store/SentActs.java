package org.verbacode.store;

import org.jdbi.v3.core.Jdbi;

/** The acts that pages have sent, by the ids that they gave them, so that none is done twice. */
public final class SentActs {
    private final Jdbi jdbi;

    SentActs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the act of this id is stored. */
    public boolean has(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM sent_act WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Records the id under which a page sent the coder's latest act; part of the transaction that stores the act. */
    public void add(String id, Codings.Assignment assignment) {
        jdbi.useTransaction(handle -> handle.createUpdate("INSERT INTO sent_act (id, act) SELECT :id, max(id) FROM act"
                        + " WHERE study = :study AND question = :question AND coder = :coder"
                        + " HAVING max(id) IS NOT NULL ON CONFLICT DO NOTHING")
                .bind("id", id)
                .bind("study", assignment.study().value())
                .bind("question", assignment.question().value())
                .bind("coder", assignment.coder().value())
                .execute());
    }
}

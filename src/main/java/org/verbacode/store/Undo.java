package org.verbacode.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.verbacode.coding.Decision;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Finish;
import org.verbacode.coding.Provenance;
import org.verbacode.study.AnswerId;

/**
 * Undo and redo as further acts. An act is undone if its latest mention is an UNDO. Done acts form a stack in the
 * order of their ids; those undone since the last new act can be redone, oldest first.
 */
final class Undo {
    private static final String LATEST_MENTION =
            "coalesce((SELECT m.kind FROM act m WHERE m.target = a.id ORDER BY m.id DESC LIMIT 1), 'DO')";
    private static final String OWN_ACTS =
            "FROM act a WHERE a.study = :study AND a.question = :question AND a.coder = :coder AND a.kind = 'DO'";

    private final Handle handle;
    private final EventIds ids;

    Undo(Handle handle, EventIds ids) {
        this.handle = handle;
        this.ids = ids;
    }

    List<AnswerId> undo(Codings.Assignment assignment) {
        Optional<EventId> target = act(
                assignment,
                "SELECT a.id " + OWN_ACTS + " AND " + LATEST_MENTION + " <> 'UNDO' ORDER BY a.id DESC LIMIT 1");
        target.ifPresent(act -> restoreBefore(assignment, act));
        return target.map(this::touched).orElse(List.of());
    }

    List<AnswerId> redo(Codings.Assignment assignment) {
        Optional<EventId> target = act(
                assignment,
                "SELECT a.id " + OWN_ACTS + " AND " + LATEST_MENTION + " = 'UNDO'"
                        + " AND (SELECT max(m.id) FROM act m WHERE m.target = a.id) > (SELECT max(d.id) FROM act d"
                        + " WHERE d.study = :study AND d.question = :question AND d.coder = :coder AND d.kind = 'DO')"
                        + " ORDER BY a.id LIMIT 1");
        target.ifPresent(act -> repeat(assignment, act));
        return target.map(this::touched).orElse(List.of());
    }

    private Optional<EventId> act(Codings.Assignment assignment, String sql) {
        return handle.createQuery(sql)
                .bind("study", assignment.study().value())
                .bind("question", assignment.question().value())
                .bind("coder", assignment.coder().value())
                .map((row, context) -> new EventId(row.getString(1)))
                .findOne();
    }

    private void restoreBefore(Codings.Assignment assignment, EventId target) {
        Log log = new Log(handle, ids);
        EventId act = log.act(assignment, "UNDO", target);
        for (Decision decision : decisions(target)) {
            Optional<Decision> before = handle.createQuery("SELECT * FROM decision WHERE answer = :answer"
                            + " AND coder = :coder AND code = :code AND id < :act ORDER BY id DESC LIMIT 1")
                    .bind("answer", decision.answer().value())
                    .bind("coder", decision.coder().value())
                    .bind("code", decision.code().value())
                    .bind("act", target.value())
                    .map(Log.DECISION)
                    .findOne();
            log.decision(
                    act,
                    assignment.coder(),
                    decision.answer(),
                    decision.code(),
                    before.map(Decision::verdict).orElse(Decision.Verdict.WITHDRAWN),
                    now(before.map(Decision::provenance).orElse(decision.provenance())));
        }
        for (Finish finish : finishes(target)) {
            Optional<Finish> before = handle.createQuery("SELECT * FROM finish WHERE answer = :answer"
                            + " AND coder = :coder AND id < :act ORDER BY id DESC LIMIT 1")
                    .bind("answer", finish.answer().value())
                    .bind("coder", finish.coder().value())
                    .bind("act", target.value())
                    .map(Log.FINISH)
                    .findOne();
            log.finish(
                    act,
                    assignment.coder(),
                    finish.answer(),
                    before.map(Finish::finished).orElse(false),
                    before.map(Finish::doubt).orElse(false),
                    now(before.map(Finish::provenance).orElse(finish.provenance())));
        }
        log.write();
    }

    private void repeat(Codings.Assignment assignment, EventId target) {
        Log log = new Log(handle, ids);
        EventId act = log.act(assignment, "REDO", target);
        for (Decision decision : decisions(target)) {
            log.decision(
                    act,
                    assignment.coder(),
                    decision.answer(),
                    decision.code(),
                    decision.verdict(),
                    now(decision.provenance()));
        }
        for (Finish finish : finishes(target)) {
            log.finish(
                    act,
                    assignment.coder(),
                    finish.answer(),
                    finish.finished(),
                    finish.doubt(),
                    now(finish.provenance()));
        }
        log.write();
    }

    /** The same provenance with the current time: restoring a decision does not change how it came about. */
    private Provenance now(Provenance provenance) {
        Instant at = ids.now();
        return new Provenance(
                at, provenance.codebookVersion(), provenance.manner(), provenance.modelSeen(), provenance.shown());
    }

    private List<AnswerId> touched(EventId act) {
        return Stream.concat(
                        decisions(act).stream().map(Decision::answer),
                        finishes(act).stream().map(Finish::answer))
                .distinct()
                .toList();
    }

    private List<Decision> decisions(EventId act) {
        return handle.createQuery("SELECT * FROM decision WHERE act = :act ORDER BY id")
                .bind("act", act.value())
                .map(Log.DECISION)
                .list();
    }

    private List<Finish> finishes(EventId act) {
        return handle.createQuery("SELECT * FROM finish WHERE act = :act ORDER BY id")
                .bind("act", act.value())
                .map(Log.FINISH)
                .list();
    }
}

package org.verbacode.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Finish;
import org.verbacode.coding.History;
import org.verbacode.coding.History.Act;
import org.verbacode.coding.History.Note;
import org.verbacode.study.AnswerId;

/** Takes the events of a coder out of the log and adds those of another workspace to it, each once. */
public final class Histories {
    private static final RowMapper<Note> NOTE = (row, context) -> new Note(
            new EventId(row.getString("id")),
            new CoderName(row.getString("coder")),
            new AnswerId(row.getString("answer")),
            row.getString("text"),
            Instant.parse(row.getString("written_at")));
    private static final RowMapper<Act> ACT = (row, context) -> {
        String target = row.getString("target");
        return new Act(
                new EventId(row.getString("id")),
                new CoderName(row.getString("coder")),
                History.Kind.valueOf(row.getString("kind")),
                target == null ? null : new EventId(target));
    };
    /** SQLite limits the number of parameters of a statement. */
    private static final int KEYS_PER_QUERY = 500;

    private final Jdbi jdbi;
    private final EventIds ids;

    Histories(Jdbi jdbi, EventIds ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    /** All events of a coder on some answers, in their order. */
    public History of(CoderName coder, Collection<AnswerId> answers) {
        return jdbi.withHandle(handle -> {
            List<Decision> decisions = select(handle, "decision", Log.DECISION, coder, answers);
            List<Finish> finishes = select(handle, "finish", Log.FINISH, coder, answers);
            List<Note> notes = select(handle, "note", NOTE, coder, answers);
            Set<EventId> acts = new HashSet<>();
            decisions.forEach(decision -> acts.add(decision.act()));
            finishes.forEach(finish -> acts.add(finish.act()));
            return new History(acts(handle, acts), decisions, finishes, notes);
        });
    }

    private static <T> List<T> select(
            Handle handle, String table, RowMapper<T> mapper, CoderName coder, Collection<AnswerId> answers) {
        List<T> found = new ArrayList<>();
        List<String> all = answers.stream().map(AnswerId::value).distinct().toList();
        for (int from = 0; from < all.size(); from += KEYS_PER_QUERY) {
            found.addAll(handle.createQuery(
                            "SELECT * FROM " + table + " WHERE coder = :coder AND answer IN (<answers>) ORDER BY id")
                    .bind("coder", coder.value())
                    .bindList("answers", all.subList(from, Math.min(from + KEYS_PER_QUERY, all.size())))
                    .map(mapper)
                    .list());
        }
        return found;
    }

    /** The acts of these ids and those that they undo or redo. */
    private static List<Act> acts(Handle handle, Set<EventId> wanted) {
        List<Act> found = new ArrayList<>();
        Set<EventId> known = new HashSet<>();
        List<EventId> missing = List.copyOf(wanted);
        while (!missing.isEmpty()) {
            List<String> keys = missing.stream().map(EventId::value).toList();
            for (int from = 0; from < keys.size(); from += KEYS_PER_QUERY) {
                found.addAll(handle.createQuery("SELECT * FROM act WHERE id IN (<ids>)")
                        .bindList("ids", keys.subList(from, Math.min(from + KEYS_PER_QUERY, keys.size())))
                        .map(ACT)
                        .list());
            }
            known.addAll(missing);
            missing = found.stream()
                    .map(Act::target)
                    .filter(target -> target != null && !known.contains(target))
                    .distinct()
                    .toList();
        }
        return found.stream().sorted(Comparator.comparing(Act::id)).toList();
    }

    /**
     * Adds the events of a history that the log does not have, in one transaction. Later events of this workspace sort
     * after them.
     *
     * @param assignment study, question and coder of the acts
     * @return the answers with a new decision or finish event
     */
    public Set<AnswerId> merge(Codings.Assignment assignment, History history) {
        Set<AnswerId> changed = jdbi.inTransaction(handle -> {
            for (Act act : history.acts()) {
                EventId target = act.target();
                handle.createUpdate("INSERT INTO act (id, study, question, coder, kind, target)"
                                + " VALUES (:id, :study, :question, :coder, :kind, :target) ON CONFLICT DO NOTHING")
                        .bind("id", act.id().value())
                        .bind("study", assignment.study().value())
                        .bind("question", assignment.question().value())
                        .bind("coder", act.coder().value())
                        .bind("kind", act.kind().name())
                        .bind("target", target == null ? null : target.value())
                        .execute();
            }
            for (Note note : history.notes()) {
                handle.createUpdate("INSERT INTO note (id, coder, answer, text, written_at)"
                                + " VALUES (:id, :coder, :answer, :text, :at) ON CONFLICT DO NOTHING")
                        .bind("id", note.id().value())
                        .bind("coder", note.coder().value())
                        .bind("answer", note.answer().value())
                        .bind("text", note.text())
                        .bind("at", note.at().toString())
                        .execute();
            }
            return new Log(handle, ids).merge(history);
        });
        history.ids().forEach(ids::follow);
        return changed;
    }
}

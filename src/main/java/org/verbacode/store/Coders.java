package org.verbacode.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Reply;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** The people who code, the replies to their doubts, and what they have read. */
public final class Coders {
    private static final RowMapper<Coder> CODER = (row, context) -> new Coder(
            new CoderName(row.getString("name")), row.getString("initials"), Coder.Role.valueOf(row.getString("role")));

    private final Jdbi jdbi;
    private final EventIds ids;

    Coders(Jdbi jdbi, EventIds ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    /** Stores a person, or the changed initials or role of one. */
    public void save(StudyName study, Coder coder) {
        jdbi.useTransaction(handle -> handle.createUpdate("INSERT INTO coder (study, name, initials, role, added_at)"
                        + " VALUES (:study, :name, :initials, :role, :at) ON CONFLICT (study, name)"
                        + " DO UPDATE SET initials = excluded.initials, role = excluded.role")
                .bind("study", study.value())
                .bind("name", coder.name().value())
                .bind("initials", coder.initials())
                .bind("role", coder.role().name())
                .bind("at", ids.now().toString())
                .execute());
    }

    /** The people of a study who were given a role, by name. */
    public List<Coder> of(StudyName study) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM coder WHERE study = :study ORDER BY name")
                .bind("study", study.value())
                .map(CODER)
                .list());
    }

    /** A person of a study; empty if no role was given. */
    public Optional<Coder> find(StudyName study, CoderName name) {
        return of(study).stream().filter(coder -> coder.name().equals(name)).findFirst();
    }

    /** Replies to a coder's doubt or note on an answer. */
    public void reply(AnswerId answer, CoderName coder, CoderName author, String text) {
        jdbi.useTransaction(
                handle -> handle.createUpdate("INSERT INTO reply (id, answer, coder, author, text, written_at)"
                                + " VALUES (:id, :answer, :coder, :author, :text, :at)")
                        .bind("id", ids.next().value())
                        .bind("answer", answer.value())
                        .bind("coder", coder.value())
                        .bind("author", author.value())
                        .bind("text", text)
                        .bind("at", ids.now().toString())
                        .execute());
    }

    /** The replies on the answers to a question, oldest first. */
    public List<Reply> replies(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT r.*, (SELECT count(*) FROM reply_read m"
                        + " WHERE m.reply = r.id) AS marked FROM reply r JOIN answer a ON a.id = r.answer"
                        + " WHERE a.study = :study AND a.question = :question ORDER BY r.id")
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> new Reply(
                        new EventId(row.getString("id")),
                        new AnswerId(row.getString("answer")),
                        new CoderName(row.getString("coder")),
                        new CoderName(row.getString("author")),
                        row.getString("text"),
                        Instant.parse(row.getString("written_at")),
                        row.getInt("marked") > 0))
                .list());
    }

    /** Marks a reply as read by the coder to whom it was written. */
    public void markRead(EventId reply, CoderName coder) {
        jdbi.useTransaction(handle -> handle.createUpdate("INSERT INTO reply_read (reply, read_at)"
                        + " SELECT id, :at FROM reply WHERE id = :reply AND coder = :coder ON CONFLICT DO NOTHING")
                .bind("reply", reply.value())
                .bind("coder", coder.value())
                .bind("at", ids.now().toString())
                .execute());
    }

    /**
     * Records that a coder has read how the agreed codings differ from theirs.
     *
     * @param shown the id that was made when the differences were shown, so that later ones stay unread
     */
    public void markDifferencesRead(StudyName study, QuestionName question, CoderName coder, EventId shown) {
        jdbi.useTransaction(
                handle -> handle.createUpdate("INSERT INTO differences_read (id, study, question, coder, read_at)"
                                + " VALUES (:id, :study, :question, :coder, :at) ON CONFLICT DO NOTHING")
                        .bind("id", shown.value())
                        .bindMap(Map.of("study", study.value(), "question", question.value(), "coder", coder.value()))
                        .bind("at", ids.now().toString())
                        .execute());
    }

    /** The event up to which a coder has read the differences; empty if never. */
    public Optional<EventId> differencesRead(StudyName study, QuestionName question, CoderName coder) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(id) FROM differences_read"
                                + " WHERE study = :study AND question = :question AND coder = :coder")
                        .bindMap(Map.of("study", study.value(), "question", question.value(), "coder", coder.value()))
                        .mapTo(String.class)
                        .findFirst())
                .map(EventId::new);
    }

    /** Records who settled a difference by an act of the agreed coder. */
    public void settled(EventId act, CoderName by) {
        jdbi.useTransaction(handle -> handle.createUpdate("INSERT INTO settlement (act, settled_by) VALUES (:act, :by)")
                .bind("act", act.value())
                .bind("by", by.value())
                .execute());
    }

    /** The answers whose settlement was put off. */
    public Set<AnswerId> undecided(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT f.answer FROM current_finish f JOIN answer a"
                        + " ON a.id = f.answer WHERE f.coder = :agreed AND f.finished = 0 AND f.doubt = 1"
                        + " AND a.study = :study AND a.question = :question")
                .bind("agreed", CoderName.AGREED.value())
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> new AnswerId(row.getString(1)))
                .collect(Collectors.toSet()));
    }

    /** The current notes on the answers to a question, by answer and coder; removed ones are absent. */
    public Map<AnswerId, Map<CoderName, String>> notes(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT n.answer, n.coder, n.text FROM note n JOIN answer a"
                        + " ON a.id = n.answer WHERE a.study = :study AND a.question = :question AND n.text <> ''"
                        + " AND n.id = (SELECT max(m.id) FROM note m WHERE m.answer = n.answer AND m.coder = n.coder)")
                .bind("study", study.value())
                .bind("question", question.value())
                .reduceRows(new HashMap<>(), (notes, row) -> {
                    notes.computeIfAbsent(
                                    new AnswerId(row.getColumn("answer", String.class)), unused -> new HashMap<>())
                            .put(
                                    new CoderName(row.getColumn("coder", String.class)),
                                    row.getColumn("text", String.class));
                    return notes;
                }));
    }
}

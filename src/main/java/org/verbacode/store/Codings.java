package org.verbacode.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Draw;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Finish;
import org.verbacode.coding.Provenance;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/**
 * The decisions of coders, an append-only log: decisions and finish events are added one act at a time; undo appends
 * decisions that restore the state before the act.
 */
public final class Codings {
    private final Jdbi jdbi;
    private final EventIds ids;
    private final CodingReader reader;

    Codings(Jdbi jdbi, EventIds ids) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.reader = new CodingReader(jdbi);
    }

    /**
     * The decisions of an act on one answer.
     *
     * @param verdicts the codes decided on
     * @param finished true to finish the answer, false to reopen it, null for no change
     * @param doubt with {@code finished}: whether it should be looked at again
     */
    public record Statement(
            AnswerId answer,
            Map<CodeId, Decision.Verdict> verdicts,
            @Nullable Boolean finished,
            boolean doubt,
            Provenance provenance) {
        public Statement {
            verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
        }
    }

    /** The scope of undo: one coder's work on one question. */
    public record Assignment(StudyName study, QuestionName question, CoderName coder) {}

    /** Stores one act of a coder, completely or not at all. */
    public EventId store(Assignment assignment, List<Statement> statements) {
        return jdbi.inTransaction(handle -> store(handle, assignment, "DO", statements));
    }

    /** Stores imported codings, which undo ignores. */
    public EventId storeImported(Assignment assignment, List<Statement> statements) {
        return jdbi.inTransaction(handle -> store(handle, assignment, "IMPORT", statements));
    }

    private EventId store(Handle handle, Assignment assignment, String kind, List<Statement> statements) {
        Log log = new Log(handle, ids);
        EventId act = log.act(assignment, kind, null);
        for (Statement statement : statements) {
            statement
                    .verdicts()
                    .forEach((code, verdict) -> log.decision(
                            act, assignment.coder(), statement.answer(), code, verdict, statement.provenance()));
            Boolean finished = statement.finished();
            if (finished != null) {
                log.finish(
                        act,
                        assignment.coder(),
                        statement.answer(),
                        finished,
                        statement.doubt(),
                        statement.provenance());
            }
        }
        log.write();
        return act;
    }

    /**
     * Undoes the coder's latest act that is not undone yet.
     *
     * @return the answers it touched; empty if there is nothing to undo
     */
    public List<AnswerId> undo(Assignment assignment) {
        return jdbi.inTransaction(handle -> new Undo(handle, ids).undo(assignment));
    }

    /**
     * Redoes the act undone last, unless the coder has acted since.
     *
     * @return the answers it touched; empty if there is nothing to redo
     */
    public List<AnswerId> redo(Assignment assignment) {
        return jdbi.inTransaction(handle -> new Undo(handle, ids).redo(assignment));
    }

    /** The current coding of an answer by a coder; empty if there is none. */
    public Optional<Coding> of(AnswerId answer, CoderName coder) {
        return reader
                .codings(
                        CodingReader.Scope.CURRENT,
                        "answer = :answer AND coder = :coder",
                        Map.of("answer", answer.value(), "coder", coder.value()))
                .stream()
                .findFirst();
    }

    /** The current codings of an answer by all coders, finished or not. */
    public List<Coding> of(AnswerId answer) {
        return reader.codings(CodingReader.Scope.CURRENT, "answer = :answer", Map.of("answer", answer.value()));
    }

    /** The current codings of all answers to a question by all coders, finished or not. */
    public List<Coding> ofQuestion(StudyName study, QuestionName question) {
        return ofQuestion(study, question, CodingReader.Scope.CURRENT);
    }

    /** The same as far as decisions and finish events of some manners alone make them. */
    public List<Coding> ofQuestion(StudyName study, QuestionName question, Set<Provenance.Manner> manners) {
        return ofQuestion(study, question, new CodingReader.Scope(manners, null));
    }

    /** The same, mapped to a version of the codebook. */
    public List<Coding> ofQuestion(StudyName study, QuestionName question, int version) {
        return ofQuestion(study, question, new CodingReader.Scope(Set.of(), version));
    }

    private List<Coding> ofQuestion(StudyName study, QuestionName question, CodingReader.Scope scope) {
        return reader.codings(
                scope,
                "answer IN (SELECT id FROM answer WHERE study = :study AND question = :question)",
                Map.of("study", study.value(), "question", question.value()));
    }

    /**
     * The finished coding that counts for each answer: the agreed one, else the reference coder's, else the latest.
     * Used by training and results.
     */
    public List<Coding> counting(StudyName study, QuestionName question) {
        return counting(study, question, ofQuestion(study, question));
    }

    /** The same, mapped to a version of the codebook. */
    public List<Coding> counting(StudyName study, QuestionName question, int version) {
        return counting(study, question, ofQuestion(study, question, version));
    }

    private List<Coding> counting(StudyName study, QuestionName question, List<Coding> codings) {
        Map<AnswerId, CoderName> counts = jdbi.withHandle(handle -> handle
                .createQuery("SELECT answer, coder FROM counting_coder WHERE answer IN"
                        + " (SELECT id FROM answer WHERE study = :study AND question = :question)")
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> Map.entry(new AnswerId(row.getString(1)), new CoderName(row.getString(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return codings.stream()
                .filter(coding -> coding.coder().equals(counts.get(coding.answer())))
                .toList();
    }

    /** The finished coding that counts for an answer; empty if there is none. */
    public Optional<Coding> counting(AnswerId answer) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT coder FROM counting_coder WHERE answer = :answer")
                        .bind("answer", answer.value())
                        .mapTo(String.class)
                        .findOne())
                .flatMap(coder -> of(answer, new CoderName(coder)));
    }

    /** The id of the latest act; empty before the first. */
    public Optional<EventId> latest() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(id) FROM act")
                        .mapTo(String.class)
                        .findFirst())
                .map(EventId::new);
    }

    /** The answers on which a coder has ever decided, withdrawn decisions included. */
    public Set<AnswerId> touchedBy(StudyName study, QuestionName question, CoderName coder) {
        return latestEvents(study, question, coder).keySet();
    }

    /** A coder's latest decision or finish event on each answer, withdrawn decisions included. */
    public Map<AnswerId, EventId> latestEvents(StudyName study, QuestionName question, CoderName coder) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT e.answer, max(e.id) FROM (SELECT answer, coder, id FROM decision UNION ALL"
                                + " SELECT answer, coder, id FROM finish) e JOIN answer a ON a.id = e.answer"
                                + " WHERE e.coder = :coder AND a.study = :study AND a.question = :question"
                                + " GROUP BY e.answer")
                .bind("coder", coder.value())
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> Map.entry(new AnswerId(row.getString(1)), new EventId(row.getString(2))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Number of decisions ever made on a code, imports included. */
    public int decisionsOn(StudyName study, QuestionName question, CodeId code) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM decision d JOIN answer a"
                        + " ON a.id = d.answer WHERE a.study = :study AND a.question = :question AND d.code = :code")
                .bind("study", study.value())
                .bind("question", question.value())
                .bind("code", code.value())
                .mapTo(Integer.class)
                .one());
    }

    /** All decisions on an answer in chronological order: the audit trail. */
    public List<Decision> decisions(AnswerId answer) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM decision WHERE answer = :answer ORDER BY id")
                .bind("answer", answer.value())
                .map(Log.DECISION)
                .list());
    }

    /** All finish events on an answer in chronological order. */
    public List<Finish> finishes(AnswerId answer) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM finish WHERE answer = :answer ORDER BY id")
                .bind("answer", answer.value())
                .map(Log.FINISH)
                .list());
    }

    /** Writes a coder's note on an answer; an empty text removes it. */
    public void note(AnswerId answer, CoderName coder, String text) {
        write(
                "INSERT INTO note (id, coder, answer, text, written_at) VALUES (:id, :coder, :answer, :text, :at)",
                Map.of("answer", answer.value(), "coder", coder.value(), "text", text));
    }

    /** A coder's note on an answer; empty for none. */
    public String note(AnswerId answer, CoderName coder) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT text FROM note WHERE answer = :answer AND coder = :coder ORDER BY id DESC LIMIT 1")
                .bind("answer", answer.value())
                .bind("coder", coder.value())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** Records that a coder looked at the respondent's attributes. */
    public void glance(AnswerId answer, CoderName coder) {
        write(
                "INSERT INTO glance (id, coder, answer, looked_at) VALUES (:id, :coder, :answer, :at)",
                Map.of("answer", answer.value(), "coder", coder.value()));
    }

    private void write(String sql, Map<String, String> values) {
        jdbi.useTransaction(handle -> handle.createUpdate(sql)
                .bindMap(values)
                .bind("id", ids.next().value())
                .bind("at", ids.now().toString())
                .execute());
    }

    /** Stores a draw under its own id, from {@link #nextId}. */
    public Draw store(Draw draw) {
        return jdbi.inTransaction(handle -> Draws.insert(handle, draw));
    }

    /** The draws of a question, oldest first. */
    public List<Draw> draws(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> Draws.list(handle, study, question));
    }

    /** A new event id, for values that need one before they are stored. */
    public EventId nextId() {
        return ids.next();
    }
}

package org.verbacode.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.Respondent;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/** Respondents and their answers, with all versions of each text. */
public final class Answers {
    private static final String SELECT =
            "SELECT a.id, a.study, a.wave, a.question, a.respondent, a.status, t.text FROM answer a"
                    + " JOIN respondent r ON r.study = a.study AND r.wave = a.wave AND r.id = a.respondent"
                    + " LEFT JOIN current_text t ON t.answer = a.id ";
    private static final RowMapper<Answer> ANSWER = (row, context) -> {
        String text = row.getString("text");
        return new Answer(
                new AnswerId(row.getString("id")),
                new StudyName(row.getString("study")),
                new WaveName(row.getString("wave")),
                new QuestionName(row.getString("question")),
                new RespondentId(row.getString("respondent")),
                Answer.Status.valueOf(row.getString("status")),
                text == null ? "" : text);
    };

    private final Jdbi jdbi;
    private final Clock clock;

    Answers(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The result of storing an answer. */
    public enum Outcome {
        ADDED,
        UNCHANGED,
        /** It was stored with another text: the new version waits for confirmation. */
        CHANGED
    }

    /**
     * A changed answer.
     *
     * @param answer with its current text
     * @param version number of the text that waits
     * @param newText the text that waits
     */
    public record Change(Answer answer, int version, String newText) {}

    /** Creates missing respondents and adds missing attributes; their waves must exist. */
    public void saveRespondents(StudyName study, List<Respondent> respondents) {
        jdbi.useTransaction(handle -> {
            PreparedBatch people = handle.prepareBatch("INSERT INTO respondent (study, wave, id, position) VALUES"
                    + " (:study, :wave, :id, (SELECT count(*) FROM respondent WHERE study = :study AND wave = :wave))"
                    + " ON CONFLICT DO NOTHING");
            PreparedBatch attributes =
                    handle.prepareBatch("INSERT INTO attribute (study, wave, respondent, position, name, value) VALUES"
                            + " (:study, :wave, :id, :position, :name, :value)"
                            + " ON CONFLICT (study, wave, respondent, name) DO UPDATE SET value = excluded.value");
            for (Respondent respondent : respondents) {
                people.bind("study", study.value())
                        .bind("wave", respondent.wave().value())
                        .bind("id", respondent.id().value())
                        .add();
                int position = 0;
                for (Map.Entry<String, String> attribute :
                        respondent.attributes().entrySet()) {
                    attributes
                            .bind("study", study.value())
                            .bind("wave", respondent.wave().value())
                            .bind("id", respondent.id().value())
                            .bind("position", position++)
                            .bind("name", attribute.getKey())
                            .bind("value", attribute.getValue())
                            .add();
                }
            }
            people.execute();
            attributes.execute();
        });
    }

    /**
     * Stores answers; respondents and questions must exist. A blank answer never replaces a given one; a given one
     * replaces a blank or unasked one.
     *
     * @return the result of each, in order
     */
    public List<Outcome> save(List<Answer> answers) {
        return jdbi.inTransaction(handle -> {
            List<Outcome> outcomes = new ArrayList<>();
            PreparedBatch texts =
                    handle.prepareBatch("INSERT INTO answer_text (answer, version, text, accepted, imported_at) VALUES"
                            + " (:answer, (SELECT coalesce(max(version), 0) + 1 FROM answer_text WHERE answer = :answer),"
                            + " :text, :accepted, :at)");
            String at = clock.instant().toString();
            for (Answer answer : answers) {
                Optional<Answer> known = find(answer.id());
                if (known.isEmpty()) {
                    handle.createUpdate("INSERT INTO answer (id, study, wave, question, respondent, status) VALUES"
                                    + " (:id, :study, :wave, :question, :respondent, :status)")
                            .bind("id", answer.id().value())
                            .bind("study", answer.study().value())
                            .bind("wave", answer.wave().value())
                            .bind("question", answer.question().value())
                            .bind("respondent", answer.respondent().value())
                            .bind("status", answer.status().name())
                            .execute();
                }
                Outcome outcome = outcome(handle, known, answer);
                outcomes.add(outcome);
                boolean isNewText =
                        answer.status() == Answer.Status.GIVEN && outcome != Outcome.UNCHANGED && !waits(answer);
                if (!isNewText) {
                    continue;
                }
                if (outcome == Outcome.ADDED) {
                    handle.createUpdate("UPDATE answer SET status = 'GIVEN' WHERE id = :id")
                            .bind("id", answer.id().value())
                            .execute();
                }
                texts.bind("answer", answer.id().value())
                        .bind("text", answer.text())
                        .bind("accepted", outcome == Outcome.ADDED ? 1 : 0)
                        .bind("at", at)
                        .add();
            }
            texts.execute();
            return outcomes;
        });
    }

    private static Outcome outcome(Handle handle, Optional<Answer> known, Answer answer) {
        if (known.isEmpty()) {
            return Outcome.ADDED;
        }
        if (answer.status() != Answer.Status.GIVEN) {
            return Outcome.UNCHANGED;
        }
        if (known.get().status() != Answer.Status.GIVEN) {
            return Outcome.ADDED;
        }
        boolean same = known.get().text().equals(answer.text()) || Masks.isReplaced(handle, answer.id(), answer.text());
        return same ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    private boolean waits(Answer answer) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM answer_text WHERE answer = :id AND text = :text")
                                .bind("id", answer.id().value())
                                .bind("text", answer.text())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    public Optional<Answer> find(AnswerId id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE a.id = :id")
                .bind("id", id.value())
                .map(ANSWER)
                .findOne());
    }

    /** All answers to a question, given or not, by wave and then in the order of the file. */
    public List<Answer> ofQuestion(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE a.study = :study AND a.question = :question ORDER BY a.wave, r.position, a.id")
                .bind("study", study.value())
                .bind("question", question.value())
                .map(ANSWER)
                .list());
    }

    /** The given answers to a question, by wave and then in the order of the file. */
    public List<Answer> given(StudyName study, QuestionName question) {
        return ofQuestion(study, question).stream()
                .filter(answer -> answer.status() == Answer.Status.GIVEN)
                .toList();
    }

    /** The number of the current text version of each given answer, from 1. */
    public Map<AnswerId, Integer> textVersions(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT t.answer, t.version FROM current_text t"
                        + " JOIN answer a ON a.id = t.answer WHERE a.study = :study AND a.question = :question")
                .bind("study", study.value())
                .bind("question", question.value())
                .reduceRows(new HashMap<>(), (versions, row) -> {
                    versions.put(
                            new AnswerId(row.getColumn("answer", String.class)),
                            row.getColumn("version", Integer.class));
                    return versions;
                }));
    }

    /** One text version of an answer; empty if there is none of that number, or it was removed. */
    public Optional<String> text(AnswerId answer, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT text FROM answer_text WHERE answer = :answer AND version = :version")
                .bind("answer", answer.value())
                .bind("version", version)
                .mapTo(String.class)
                .findOne());
    }

    /** The respondents of a study with their attributes, by wave and then in the order of the file. */
    public List<Respondent> respondents(StudyName study) {
        return jdbi.withHandle(handle -> {
            Map<List<String>, Map<String, String>> people = new LinkedHashMap<>();
            handle.createQuery("SELECT r.wave, r.id, a.name, a.value FROM respondent r"
                            + " LEFT JOIN attribute a ON a.study = r.study AND a.wave = r.wave AND a.respondent = r.id"
                            + " WHERE r.study = :study ORDER BY r.wave, r.position, r.id, a.position")
                    .bind("study", study.value())
                    .map((row, context) -> {
                        Map<String, String> attributes = people.computeIfAbsent(
                                List.of(row.getString("wave"), row.getString("id")), unused -> new LinkedHashMap<>());
                        String name = row.getString("name");
                        if (name != null) {
                            attributes.put(name, row.getString("value"));
                        }
                        return name;
                    })
                    .forEach(unused -> {});
            return people.entrySet().stream()
                    .map(person -> new Respondent(
                            new RespondentId(person.getKey().get(1)),
                            new WaveName(person.getKey().get(0)),
                            person.getValue()))
                    .toList();
        });
    }

    /** The changed answers that wait for confirmation. */
    public List<Change> changes(StudyName study) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT a.id, a.study, a.wave, a.question, a.respondent, a.status, t.text, n.version,"
                                + " n.text AS new_text FROM answer a JOIN current_text t ON t.answer = a.id"
                                + " JOIN answer_text n ON n.answer = a.id AND n.accepted = 0 AND n.version > t.version"
                                + " WHERE a.study = :study ORDER BY a.wave, a.question, a.id, n.version")
                .bind("study", study.value())
                .map((row, context) ->
                        new Change(ANSWER.map(row, context), row.getInt("version"), row.getString("new_text")))
                .list());
    }

    /** Makes a waiting text the current one; codings stay. */
    public void accept(AnswerId answer, int version) {
        jdbi.useTransaction(handle -> handle.createUpdate(
                        "UPDATE answer_text SET accepted = 1 WHERE answer = :answer AND version = :version")
                .bind("answer", answer.value())
                .bind("version", version)
                .execute());
    }
}

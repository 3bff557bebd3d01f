package org.verbacode.store;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verbacode.coding.CoderName;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/** Studies, waves and questions. */
public final class Studies {
    private final Jdbi jdbi;
    private final Clock clock;

    Studies(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** All studies, by name. */
    public List<StudyName> list() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT name FROM study ORDER BY name")
                .map((row, context) -> new StudyName(row.getString(1)))
                .list());
    }

    public boolean exists(StudyName study) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM study WHERE name = :study")
                        .bind("study", study.value())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Creates the study unless it exists. */
    public void create(StudyName study) {
        write(
                "INSERT INTO study (name, notice, mapping, created_at) VALUES (:study, '', '', :at)"
                        + " ON CONFLICT DO NOTHING",
                Map.of("study", study.value(), "at", clock.instant().toString()));
    }

    /** The label on all figures of the study, such as "Données inventées"; empty for none. */
    public String notice(StudyName study) {
        return column("notice", study);
    }

    public void setNotice(StudyName study, String notice) {
        write(
                "UPDATE study SET notice = :notice WHERE name = :study",
                Map.of("study", study.value(), "notice", notice));
    }

    /** The column mapping of the last import, as JSON; empty before the first. */
    public String mapping(StudyName study) {
        return column("mapping", study);
    }

    public void setMapping(StudyName study, String json) {
        write("UPDATE study SET mapping = :json WHERE name = :study", Map.of("study", study.value(), "json", json));
    }

    private String column(String column, StudyName study) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + column + " FROM study WHERE name = :study")
                .bind("study", study.value())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** The waves by name, which for academic years is chronological. */
    public List<WaveName> waves(StudyName study) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT name FROM wave WHERE study = :study ORDER BY name")
                .bind("study", study.value())
                .map((row, context) -> new WaveName(row.getString(1)))
                .list());
    }

    public void addWave(StudyName study, WaveName wave) {
        write(
                "INSERT INTO wave (study, name) VALUES (:study, :wave) ON CONFLICT DO NOTHING",
                Map.of("study", study.value(), "wave", wave.value()));
    }

    /** The open questions with their wordings, in the order of their first import. */
    public List<Question> questions(StudyName study) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT name FROM question WHERE study = :study ORDER BY position, name")
                .bind("study", study.value())
                .map((row, context) -> new QuestionName(row.getString(1)))
                .list()
                .stream()
                .map(name -> new Question(study, name, wordings(handle, study, name)))
                .toList());
    }

    public Optional<Question> question(StudyName study, QuestionName name) {
        return questions(study).stream()
                .filter(question -> question.name().equals(name))
                .findFirst();
    }

    private static Map<WaveName, String> wordings(Handle handle, StudyName study, QuestionName question) {
        Map<WaveName, String> wordings = new LinkedHashMap<>();
        handle.createQuery("SELECT wave, text FROM wording WHERE study = :study AND question = :question ORDER BY wave")
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> Map.entry(new WaveName(row.getString(1)), row.getString(2)))
                .forEach(wording -> wordings.put(wording.getKey(), wording.getValue()));
        return wordings;
    }

    /** Creates the question unless it exists, and stores its wordings; waves must exist. */
    public void save(Question question) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("INSERT INTO question (study, name, position) VALUES (:study, :question,"
                            + " (SELECT count(*) FROM question WHERE study = :study)) ON CONFLICT DO NOTHING")
                    .bind("study", question.study().value())
                    .bind("question", question.name().value())
                    .execute();
            question.wordings().forEach((wave, text) -> handle.createUpdate(
                            "INSERT INTO wording (study, question, wave, text) VALUES (:study, :question, :wave, :text)"
                                    + " ON CONFLICT (study, question, wave) DO UPDATE SET text = excluded.text")
                    .bind("study", question.study().value())
                    .bind("question", question.name().value())
                    .bind("wave", wave.value())
                    .bind("text", text)
                    .execute());
        });
    }

    /** The coder whose codings count for a question where there is no agreed coding. */
    public Optional<CoderName> referenceCoder(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT reference_coder FROM question"
                        + " WHERE study = :study AND name = :question AND reference_coder IS NOT NULL")
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> new CoderName(row.getString(1)))
                .findOne());
    }

    public void setReferenceCoder(StudyName study, QuestionName question, CoderName coder) {
        write(
                "UPDATE question SET reference_coder = :coder WHERE study = :study AND name = :question",
                Map.of("study", study.value(), "question", question.value(), "coder", coder.value()));
    }

    /** The model version in use for a question; its folder may be missing. */
    public Optional<String> currentModel(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT model FROM current_model WHERE study = :study AND question = :question")
                .bind("study", study.value())
                .bind("question", question.value())
                .mapTo(String.class)
                .findOne());
    }

    public void setCurrentModel(StudyName study, QuestionName question, String model) {
        write(
                "INSERT INTO current_model (study, question, model) VALUES (:study, :question, :model)"
                        + " ON CONFLICT (study, question) DO UPDATE SET model = excluded.model",
                Map.of("study", study.value(), "question", question.value(), "model", model));
    }

    /** Deletes the study and everything that refers to it. */
    public void delete(StudyName study) {
        jdbi.useTransaction(handle -> {
            deleteFrom(
                    handle,
                    "reply_read WHERE reply IN (SELECT r.id FROM reply r JOIN answer a ON a.id = r.answer"
                            + " WHERE a.study = :study)",
                    study);
            deleteFrom(handle, "sent_act WHERE act IN (SELECT id FROM act WHERE study = :study)", study);
            deleteFrom(handle, "settlement WHERE act IN (SELECT id FROM act WHERE study = :study)", study);
            for (String table :
                    List.of("frozen_code", "round_coder", "round_closing", "merged_row", "frozen_answer", "round")) {
                deleteFrom(handle, table + " WHERE draw IN (SELECT id FROM draw WHERE study = :study)", study);
            }
            for (String table : List.of(
                    "reply",
                    "suggestion",
                    "suggestion_seen",
                    "note",
                    "glance",
                    "decision",
                    "finish",
                    "drawn_answer",
                    "purged_text",
                    "answer_text")) {
                deleteFrom(handle, table + " WHERE answer IN (SELECT id FROM answer WHERE study = :study)", study);
            }
            // An undo refers to its act: referring acts are deleted first.
            deleteFrom(handle, "act WHERE study = :study AND target IS NOT NULL", study);
            for (String table : List.of(
                    "purge",
                    "coder",
                    "differences_read",
                    "act",
                    "draw",
                    "current_model",
                    "code_relation",
                    "code",
                    "codebook_version",
                    "answer",
                    "attribute",
                    "respondent",
                    "wording",
                    "question",
                    "wave")) {
                deleteFrom(handle, table + " WHERE study = :study", study);
            }
            deleteFrom(handle, "study WHERE name = :study", study);
        });
    }

    private static void deleteFrom(Handle handle, String what, StudyName study) {
        handle.createUpdate("DELETE FROM " + what).bind("study", study.value()).execute();
    }

    private void write(String sql, Map<String, String> values) {
        jdbi.useTransaction(handle -> handle.createUpdate(sql).bindMap(values).execute());
    }
}

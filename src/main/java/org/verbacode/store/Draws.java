package org.verbacode.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.verbacode.coding.Draw;
import org.verbacode.coding.EventId;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/** Stores random draws of answers in their order. */
final class Draws {
    private Draws() {}

    static Draw insert(Handle handle, Draw draw) {
        WaveName wave = draw.wave();
        handle.createUpdate("INSERT INTO draw (id, study, question, wave, purpose, seed, drawn_at)"
                        + " VALUES (:id, :study, :question, :wave, :purpose, :seed, :at)")
                .bind("id", draw.id().value())
                .bind("study", draw.study().value())
                .bind("question", draw.question().value())
                .bind("wave", wave == null ? null : wave.value())
                .bind("purpose", draw.purpose().name())
                .bind("seed", draw.seed())
                .bind("at", draw.at().toString())
                .execute();
        if (!draw.answers().isEmpty()) {
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO drawn_answer (draw, position, answer) VALUES (:draw, :position, :answer)");
            int position = 0;
            for (AnswerId answer : draw.answers()) {
                batch.bind("draw", draw.id().value())
                        .bind("position", position++)
                        .bind("answer", answer.value())
                        .add();
            }
            batch.execute();
        }
        return draw;
    }

    static List<Draw> list(Handle handle, StudyName study, QuestionName question) {
        return handle.createQuery("SELECT * FROM draw WHERE study = :study AND question = :question ORDER BY id")
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> read(handle, row))
                .list();
    }

    /** The draw of a row of the table. */
    static Draw read(Handle handle, ResultSet row) throws SQLException {
        String wave = row.getString("wave");
        return new Draw(
                new EventId(row.getString("id")),
                new StudyName(row.getString("study")),
                new QuestionName(row.getString("question")),
                wave == null ? null : new WaveName(wave),
                Draw.Purpose.valueOf(row.getString("purpose")),
                row.getLong("seed"),
                Instant.parse(row.getString("drawn_at")),
                answers(handle, row.getString("id")));
    }

    private static List<AnswerId> answers(Handle handle, String draw) {
        return handle.createQuery("SELECT answer FROM drawn_answer WHERE draw = :draw ORDER BY position")
                .bind("draw", draw)
                .map((row, context) -> new AnswerId(row.getString(1)))
                .list();
    }
}

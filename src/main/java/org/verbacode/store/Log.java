package org.verbacode.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Finish;
import org.verbacode.coding.History;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.study.AnswerId;

/** Appends acts, decisions and finish events within one transaction, in the order in which they are added. */
final class Log {
    static final RowMapper<Decision> DECISION = (row, context) -> new Decision(
            new EventId(row.getString("id")),
            new EventId(row.getString("act")),
            new CoderName(row.getString("coder")),
            new AnswerId(row.getString("answer")),
            new CodeId(row.getString("code")),
            Decision.Verdict.valueOf(row.getString("verdict")),
            provenance(row));
    static final RowMapper<Finish> FINISH = (row, context) -> new Finish(
            new EventId(row.getString("id")),
            new EventId(row.getString("act")),
            new CoderName(row.getString("coder")),
            new AnswerId(row.getString("answer")),
            row.getInt("finished") == 1,
            row.getInt("doubt") == 1,
            provenance(row));

    private static final String PROVENANCE_COLUMNS = "codebook_version, manner, model_seen, shown, decided_at";
    private static final String PROVENANCE_VALUES = ":codebook, :manner, :model, :shown, :at";

    private static final String INSERT_DECISION = "INSERT INTO decision (id, act, coder, answer, code, verdict, "
            + PROVENANCE_COLUMNS + ") VALUES (:id, :act, :coder, :answer, :code, :verdict, " + PROVENANCE_VALUES + ")";
    private static final String INSERT_FINISH = "INSERT INTO finish (id, act, coder, answer, finished, doubt, "
            + PROVENANCE_COLUMNS + ") VALUES (:id, :act, :coder, :answer, :finished, :doubt, " + PROVENANCE_VALUES
            + ")";
    private static final String UNLESS_KNOWN = " ON CONFLICT DO NOTHING";

    private final Handle handle;
    private final EventIds ids;
    private final PreparedBatch decisions;
    private final PreparedBatch finishes;

    Log(Handle handle, EventIds ids) {
        this.handle = handle;
        this.ids = ids;
        decisions = handle.prepareBatch(INSERT_DECISION);
        finishes = handle.prepareBatch(INSERT_FINISH);
    }

    EventId act(Codings.Assignment assignment, String kind, @Nullable EventId target) {
        EventId id = ids.next();
        handle.createUpdate("INSERT INTO act (id, study, question, coder, kind, target)"
                        + " VALUES (:id, :study, :question, :coder, :kind, :target)")
                .bind("id", id.value())
                .bind("study", assignment.study().value())
                .bind("question", assignment.question().value())
                .bind("coder", assignment.coder().value())
                .bind("kind", kind)
                .bind("target", target == null ? null : target.value())
                .execute();
        return id;
    }

    void decision(
            EventId act,
            CoderName coder,
            AnswerId answer,
            CodeId code,
            Decision.Verdict verdict,
            Provenance provenance) {
        bind(decisions, new Decision(ids.next(), act, coder, answer, code, verdict, provenance))
                .add();
    }

    void finish(EventId act, CoderName coder, AnswerId answer, boolean finished, boolean doubt, Provenance provenance) {
        bind(finishes, new Finish(ids.next(), act, coder, answer, finished, doubt, provenance))
                .add();
    }

    /** Adds the decisions and finish events that the log does not have; returns the answers that they are about. */
    Set<AnswerId> merge(History history) {
        Set<AnswerId> changed = new HashSet<>();
        for (Decision decision : history.decisions()) {
            if (bind(handle.createUpdate(INSERT_DECISION + UNLESS_KNOWN), decision)
                            .execute()
                    > 0) {
                changed.add(decision.answer());
            }
        }
        for (Finish finish : history.finishes()) {
            if (bind(handle.createUpdate(INSERT_FINISH + UNLESS_KNOWN), finish).execute() > 0) {
                changed.add(finish.answer());
            }
        }
        return changed;
    }

    private static <T extends SqlStatement<T>> T bind(T statement, Decision decision) {
        return bind(
                        statement,
                        decision.id(),
                        decision.act(),
                        decision.coder(),
                        decision.answer(),
                        decision.provenance())
                .bind("code", decision.code().value())
                .bind("verdict", decision.verdict().name());
    }

    private static <T extends SqlStatement<T>> T bind(T statement, Finish finish) {
        return bind(statement, finish.id(), finish.act(), finish.coder(), finish.answer(), finish.provenance())
                .bind("finished", finish.finished() ? 1 : 0)
                .bind("doubt", finish.doubt() ? 1 : 0);
    }

    private static <T extends SqlStatement<T>> T bind(
            T statement, EventId id, EventId act, CoderName coder, AnswerId answer, Provenance provenance) {
        ModelName model = provenance.modelSeen();
        return statement
                .bind("id", id.value())
                .bind("act", act.value())
                .bind("coder", coder.value())
                .bind("answer", answer.value())
                .bind("codebook", provenance.codebookVersion())
                .bind("manner", provenance.manner().name())
                .bind("model", model == null ? null : model.value())
                .bind("shown", provenance.shown().name())
                .bind("at", provenance.at().toString());
    }

    void write() {
        if (decisions.size() > 0) {
            decisions.execute();
        }
        if (finishes.size() > 0) {
            finishes.execute();
        }
    }

    private static Provenance provenance(ResultSet row) throws SQLException {
        String model = row.getString("model_seen");
        return new Provenance(
                Instant.parse(row.getString("decided_at")),
                row.getInt("codebook_version"),
                Provenance.Manner.valueOf(row.getString("manner")),
                model == null ? null : new ModelName(model),
                Provenance.Shown.valueOf(row.getString("shown")));
    }
}

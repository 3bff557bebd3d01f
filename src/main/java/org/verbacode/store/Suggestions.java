package org.verbacode.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** What the model in use says of each answer. */
public final class Suggestions {
    private static final RowMapper<Suggestion> SUGGESTION = (row, context) -> new Suggestion(
            new AnswerId(row.getString("answer")),
            new CodeId(row.getString("code")),
            row.getDouble("probability"),
            row.getInt("proposed") == 1);

    private final Jdbi jdbi;

    Suggestions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Puts these in the place of all that was suggested for these answers. */
    public void replace(ModelName model, Collection<AnswerId> answers, List<Suggestion> suggestions) {
        jdbi.useTransaction(handle -> {
            if (answers.isEmpty()) {
                return;
            }
            PreparedBatch deletions = handle.prepareBatch("DELETE FROM suggestion WHERE answer = :answer");
            answers.forEach(answer -> deletions.bind("answer", answer.value()).add());
            deletions.execute();
            if (suggestions.isEmpty()) {
                return;
            }
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO suggestion (answer, code, model, probability, proposed)"
                            + " VALUES (:answer, :code, :model, :probability, :proposed)");
            for (Suggestion suggestion : suggestions) {
                batch.bind("answer", suggestion.answer().value())
                        .bind("code", suggestion.code().value())
                        .bind("model", model.value())
                        .bind("probability", suggestion.probability())
                        .bind("proposed", suggestion.proposed() ? 1 : 0)
                        .add();
            }
            batch.execute();
        });
    }

    /** What is suggested for an answer, likeliest first. */
    public List<Suggestion> of(AnswerId answer) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM suggestion WHERE answer = :answer ORDER BY probability DESC, code")
                .bind("answer", answer.value())
                .map(SUGGESTION)
                .list());
    }

    /** What is suggested for every answer to a question, by answer, likeliest first. */
    public List<Suggestion> ofQuestion(StudyName study, QuestionName question) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT s.* FROM suggestion s JOIN answer a ON a.id = s.answer"
                                + " WHERE a.study = :study AND a.question = :question"
                                + " ORDER BY s.answer, s.probability DESC, s.code")
                        .bind("study", study.value())
                        .bind("question", question.value())
                        .map(SUGGESTION)
                        .list());
    }

    /** The model version that suggested for an answer. */
    public Optional<ModelName> modelOf(AnswerId answer) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT model FROM suggestion WHERE answer = :answer LIMIT 1")
                        .bind("answer", answer.value())
                        .map((row, context) -> new ModelName(row.getString(1)))
                        .findOne());
    }
}

package org.verbacode.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CodeMapping;
import org.verbacode.coding.CodeRelation;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** The suggestions of the models in use, and which coder has seen them. */
public final class Suggestions {
    private static final RowMapper<Suggestion> SUGGESTION = (row, context) -> new Suggestion(
            new AnswerId(row.getString("answer")),
            new CodeId(row.getString("code")),
            row.getDouble("probability"),
            row.getInt("proposed") == 1);

    private static final Comparator<Suggestion> LIKELIEST_FIRST = Comparator.comparingDouble(Suggestion::probability)
            .reversed()
            .thenComparing(suggestion -> suggestion.code().value());

    private final Jdbi jdbi;
    private final EventIds ids;

    Suggestions(Jdbi jdbi, EventIds ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    /** Replaces all suggestions for these answers. */
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

    /** The suggestions for an answer, likeliest first. */
    public List<Suggestion> of(AnswerId answer) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM suggestion WHERE answer = :answer ORDER BY probability DESC, code")
                .bind("answer", answer.value())
                .map(SUGGESTION)
                .list());
    }

    /**
     * The suggestions for each answer to a question on the codes of the current codebook, likeliest first; answers without
     * any are absent. What was suggested for codes that were merged or split since is mapped like a coding.
     */
    public Map<AnswerId, List<Suggestion>> ofQuestion(StudyName study, QuestionName question) {
        return jdbi.withHandle(
                handle -> ofQuestion(handle, study, question, Codebooks.latestVersion(handle, study, question)));
    }

    /** The same on the codes of a version of the codebook. */
    public Map<AnswerId, List<Suggestion>> ofQuestion(StudyName study, QuestionName question, int version) {
        return jdbi.withHandle(handle -> ofQuestion(handle, study, question, version));
    }

    private static Map<AnswerId, List<Suggestion>> ofQuestion(
            Handle handle, StudyName study, QuestionName question, int version) {
        Map<AnswerId, List<Suggestion>> suggestions = stored(handle, study, question);
        List<CodeRelation> relations = Codebooks.relations(handle, study, question);
        if (!relations.isEmpty()) {
            CodeMapping mapping = new CodeMapping(relations);
            List<Code> codes = Codebooks.read(handle, study, question, version).codes();
            suggestions.replaceAll((answer, ofAnswer) -> mapped(answer, ofAnswer, codes, mapping));
        }
        suggestions.values().forEach(ofAnswer -> ofAnswer.sort(LIKELIEST_FIRST));
        return suggestions;
    }

    private static List<Suggestion> mapped(
            AnswerId answer, List<Suggestion> suggestions, List<Code> codes, CodeMapping mapping) {
        Map<CodeId, Boolean> proposed = new HashMap<>();
        Map<CodeId, Double> probabilities = new HashMap<>();
        suggestions.forEach(suggestion -> {
            proposed.put(suggestion.code(), suggestion.proposed());
            probabilities.put(suggestion.code(), suggestion.probability());
        });
        List<Suggestion> mapped = new ArrayList<>();
        mapping.map(codes, proposed, Set.of())
                .forEach((code, applies) ->
                        mapped.add(new Suggestion(answer, code, mapping.probability(code, probabilities), applies)));
        return mapped;
    }

    private static Map<AnswerId, List<Suggestion>> stored(Handle handle, StudyName study, QuestionName question) {
        // Each answer and code comes many times; its id is made once. A database would sort the texts of the ids, too.
        Map<String, AnswerId> answers = new HashMap<>();
        Map<String, CodeId> codes = new HashMap<>();
        return handle.createQuery("SELECT s.answer, s.code, s.probability, s.proposed FROM suggestion s"
                        + " WHERE s.answer IN (SELECT id FROM answer WHERE study = :study AND question = :question)")
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> new Suggestion(
                        answers.computeIfAbsent(row.getString(1), AnswerId::new),
                        codes.computeIfAbsent(row.getString(2), CodeId::new),
                        row.getDouble(3),
                        row.getInt(4) == 1))
                .collect(Collectors.groupingBy(Suggestion::answer));
    }

    /** Whether any answer to a question has suggestions. */
    public boolean any(StudyName study, QuestionName question) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT 1 FROM suggestion s JOIN answer a ON a.id = s.answer"
                                + " WHERE a.study = :study AND a.question = :question LIMIT 1")
                        .bind("study", study.value())
                        .bind("question", question.value())
                        .mapTo(Integer.class)
                        .findFirst()
                        .isPresent());
    }

    /** The model version that suggested for each answer; answers without suggestions are absent. */
    public Map<AnswerId, ModelName> models(StudyName study, QuestionName question) {
        Map<String, ModelName> models = new HashMap<>();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT a.id, (SELECT s.model FROM suggestion s WHERE s.answer = a.id LIMIT 1) AS model"
                                + " FROM answer a WHERE a.study = :study AND a.question = :question")
                .bind("study", study.value())
                .bind("question", question.value())
                .reduceRows(new HashMap<>(), (byAnswer, row) -> {
                    String model = row.getColumn("model", String.class);
                    if (model != null) {
                        byAnswer.put(
                                new AnswerId(row.getColumn("id", String.class)),
                                models.computeIfAbsent(model, ModelName::new));
                    }
                    return byAnswer;
                }));
    }

    /** Records that a coder sees the suggestions of a model for an answer. */
    public void see(AnswerId answer, CoderName coder, ModelName model) {
        jdbi.useTransaction(handle -> handle.createUpdate(
                        "INSERT INTO suggestion_seen (id, coder, answer, model, seen_at)"
                                + " VALUES (:id, :coder, :answer, :model, :at) ON CONFLICT (answer, coder, model) DO NOTHING")
                .bind("id", ids.next().value())
                .bind("coder", coder.value())
                .bind("answer", answer.value())
                .bind("model", model.value())
                .bind("at", ids.now().toString())
                .execute());
    }

    /** The model version whose suggestions a coder saw last, by answer. */
    public Map<AnswerId, ModelName> seen(StudyName study, QuestionName question, CoderName coder) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT s.answer, s.model FROM suggestion_seen s"
                        + " JOIN answer a ON a.id = s.answer"
                        + " WHERE a.study = :study AND a.question = :question AND s.coder = :coder"
                        + " ORDER BY s.id")
                .bind("study", study.value())
                .bind("question", question.value())
                .bind("coder", coder.value())
                .reduceRows(new HashMap<>(), Suggestions::putModel));
    }

    /** Adds the model version of a row to a map by answer; a later row of the same answer replaces an earlier one. */
    private static Map<AnswerId, ModelName> putModel(Map<AnswerId, ModelName> models, RowView row) {
        models.put(
                new AnswerId(row.getColumn("answer", String.class)),
                new ModelName(row.getColumn("model", String.class)));
        return models;
    }
}

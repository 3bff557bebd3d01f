package org.verbacode.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw;
import org.verbacode.coding.EventId;
import org.verbacode.coding.FrozenLabels;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Round;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** Rounds of blind coding, with the state of their population at the draw. */
public final class Rounds {
    private static final String SELECT =
            "SELECT d.*, r.name, r.codebook_version, r.model FROM round r JOIN draw d ON d.id = r.draw ";

    private final Jdbi jdbi;
    private final EventIds ids;

    Rounds(Jdbi jdbi, EventIds ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    /** Stores a round and what is known of its population at this moment. */
    public Round save(Round round, Map<AnswerId, FrozenLabels> population) {
        return jdbi.inTransaction(handle -> {
            Draws.insert(handle, round.draw());
            ModelName model = round.model();
            handle.createUpdate("INSERT INTO round (draw, name, codebook_version, model)"
                            + " VALUES (:draw, :name, :version, :model)")
                    .bind("draw", round.id().value())
                    .bind("name", round.name())
                    .bind("version", round.codebookVersion())
                    .bind("model", model == null ? null : model.value())
                    .execute();
            int position = 0;
            for (CoderName coder : round.coders()) {
                handle.createUpdate("INSERT INTO round_coder (draw, position, coder) VALUES (:draw, :position, :coder)")
                        .bind("draw", round.id().value())
                        .bind("position", position++)
                        .bind("coder", coder.value())
                        .execute();
            }
            freeze(handle, round.id(), population);
            return round;
        });
    }

    private static void freeze(Handle handle, EventId draw, Map<AnswerId, FrozenLabels> population) {
        PreparedBatch answers =
                handle.prepareBatch("INSERT INTO frozen_answer (draw, answer, known) VALUES (:draw, :answer, :known)");
        PreparedBatch codes =
                handle.prepareBatch("INSERT INTO frozen_code (draw, answer, code) VALUES (:draw, :answer, :code)");
        population.forEach((answer, labels) -> {
            answers.bind("draw", draw.value())
                    .bind("answer", answer.value())
                    .bind("known", labels.known() ? 1 : 0)
                    .add();
            labels.codes().forEach(code -> codes.bind("draw", draw.value())
                    .bind("answer", answer.value())
                    .bind("code", code.value())
                    .add());
        });
        if (answers.size() > 0) {
            answers.execute();
        }
        if (codes.size() > 0) {
            codes.execute();
        }
    }

    /** The rounds of a question, oldest first. */
    public List<Round> of(StudyName study, QuestionName question) {
        return list(
                "WHERE d.study = :study AND d.question = :question",
                Map.of("study", study.value(), "question", question.value()));
    }

    /** The rounds of all studies, oldest first. */
    public List<Round> all() {
        return list("", Map.of());
    }

    /** The round of a draw; empty if there is none. */
    public Optional<Round> find(EventId draw) {
        return list("WHERE d.id = :draw", Map.of("draw", draw.value())).stream().findFirst();
    }

    private List<Round> list(String condition, Map<String, String> values) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + condition + " ORDER BY d.id")
                .bindMap(values)
                .map((row, context) -> {
                    Draw draw = Draws.read(handle, row);
                    String model = row.getString("model");
                    return new Round(
                            draw,
                            row.getString("name"),
                            coders(handle, draw.id()),
                            row.getInt("codebook_version"),
                            model == null ? null : new ModelName(model));
                })
                .list());
    }

    private static List<CoderName> coders(Handle handle, EventId draw) {
        return handle.createQuery("SELECT coder FROM round_coder WHERE draw = :draw ORDER BY position")
                .bind("draw", draw.value())
                .map((row, context) -> new CoderName(row.getString(1)))
                .list();
    }

    /** The state of each answer of the population at the draw. */
    public Map<AnswerId, FrozenLabels> population(EventId draw) {
        return jdbi.withHandle(handle -> {
            Map<AnswerId, Set<CodeId>> codes = new HashMap<>();
            handle.createQuery("SELECT answer, code FROM frozen_code WHERE draw = :draw")
                    .bind("draw", draw.value())
                    .map((row, context) -> Map.entry(new AnswerId(row.getString(1)), new CodeId(row.getString(2))))
                    .forEach(code -> codes.computeIfAbsent(code.getKey(), unused -> new HashSet<>())
                            .add(code.getValue()));
            Map<AnswerId, FrozenLabels> population = new LinkedHashMap<>();
            handle.createQuery("SELECT answer, known FROM frozen_answer WHERE draw = :draw ORDER BY answer")
                    .bind("draw", draw.value())
                    .map((row, context) -> Map.entry(new AnswerId(row.getString(1)), row.getInt(2) == 1))
                    .forEach(answer -> population.put(
                            answer.getKey(),
                            new FrozenLabels(answer.getValue(), codes.getOrDefault(answer.getKey(), Set.of()))));
            return population;
        });
    }

    /**
     * The drawn answers that each coder has finished.
     *
     * @param since only with finish events after the draw; otherwise earlier ones too
     */
    public Map<CoderName, Set<AnswerId>> finished(EventId draw, boolean since) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT f.coder, f.answer FROM current_finish f"
                        + " JOIN drawn_answer a ON a.answer = f.answer WHERE a.draw = :draw AND f.finished = 1"
                        + " AND f.id > :since")
                .bind("draw", draw.value())
                .bind("since", since ? draw.value() : "")
                .reduceRows(new HashMap<>(), (finished, row) -> {
                    finished.computeIfAbsent(
                                    new CoderName(row.getColumn("coder", String.class)), unused -> new HashSet<>())
                            .add(new AnswerId(row.getColumn("answer", String.class)));
                    return finished;
                }));
    }

    /** Ends a round before all its coders have finished. */
    public void close(EventId draw, CoderName by) {
        jdbi.useTransaction(handle -> handle.createUpdate("INSERT INTO round_closing (draw, coder, closed_at)"
                        + " VALUES (:draw, :coder, :at) ON CONFLICT DO NOTHING")
                .bind("draw", draw.value())
                .bind("coder", by.value())
                .bind("at", ids.now().toString())
                .execute());
    }

    /** Whether a round was ended before all its coders had finished. */
    public boolean isClosed(EventId draw) {
        return count("SELECT count(*) FROM round_closing WHERE draw = :draw", Map.of("draw", draw.value())) > 0;
    }

    /** The rows of packets merged for a coder, by answer: the codes that each says apply, latest last. */
    public Map<AnswerId, List<Set<CodeId>>> merged(EventId draw, CoderName coder) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT answer, codes FROM merged_row"
                        + " WHERE draw = :draw AND coder = :coder ORDER BY merged_at")
                .bind("draw", draw.value())
                .bind("coder", coder.value())
                .reduceRows(new HashMap<>(), (merged, row) -> {
                    merged.computeIfAbsent(
                                    new AnswerId(row.getColumn("answer", String.class)), unused -> new ArrayList<>())
                            .add(codes(row.getColumn("codes", String.class)));
                    return merged;
                }));
    }

    private static Set<CodeId> codes(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(",", -1)).map(CodeId::new).collect(Collectors.toSet());
    }

    /** Records that a row of a packet is merged; each is recorded once. */
    public void merge(EventId draw, CoderName coder, AnswerId answer, Set<CodeId> codes) {
        String joined = codes.stream().map(CodeId::value).sorted().collect(Collectors.joining(","));
        jdbi.useTransaction(
                handle -> handle.createUpdate("INSERT INTO merged_row (draw, coder, answer, codes, merged_at)"
                                + " VALUES (:draw, :coder, :answer, :codes, :at) ON CONFLICT DO NOTHING")
                        .bind("draw", draw.value())
                        .bind("coder", coder.value())
                        .bind("answer", answer.value())
                        .bind("codes", joined)
                        .bind("at", ids.next().value())
                        .execute());
    }

    private int count(String sql, Map<String, String> values) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bindMap(values).mapTo(Integer.class).one());
    }
}

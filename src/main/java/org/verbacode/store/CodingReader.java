package org.verbacode.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Provenance;
import org.verbacode.study.AnswerId;

/** Reads current codings from the views over decisions and finish events. */
final class CodingReader {
    /** The views of the schema, restricted to events of some manners. */
    private static final String VIEWS_OF_MANNERS = """
            WITH current_decision AS (
                SELECT d.* FROM decision d
                WHERE d.verdict <> 'WITHDRAWN' AND d.manner IN (<manners>)
                  AND d.id = (SELECT max(e.id) FROM decision e WHERE e.answer = d.answer AND e.coder = d.coder
                              AND e.code = d.code AND e.manner IN (<manners>))),
            current_finish AS (
                SELECT f.* FROM finish f
                WHERE f.manner IN (<manners>)
                  AND f.id = (SELECT max(g.id) FROM finish g WHERE g.answer = f.answer AND g.coder = f.coder
                              AND g.manner IN (<manners>))),
            considered AS (
                SELECT d.answer, d.coder, d.code, d.verdict, d.manner, d.model_seen, d.id AS event
                FROM current_decision d
                UNION ALL
                SELECT f.answer, f.coder, c.id, 'DOES_NOT_APPLY', f.manner, f.model_seen, f.id
                FROM current_finish f
                JOIN answer a ON a.id = f.answer
                JOIN code c ON c.study = a.study AND c.question = a.question AND c.version = f.codebook_version
                WHERE f.finished = 1
                  AND NOT EXISTS (SELECT 1 FROM current_decision d
                                  WHERE d.answer = f.answer AND d.coder = f.coder AND d.code = c.id))
            """;

    private final Jdbi jdbi;

    CodingReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The codings that meet a condition.
     *
     * @param condition SQL over the columns {@code answer} and {@code coder}
     * @param values of the parameters that it names
     */
    List<Coding> codings(String condition, Map<String, String> values) {
        return codings("", condition, values);
    }

    /**
     * The codings that the decisions and finish events of some manners alone make: a later decision of another manner does
     * not hide an earlier one of these.
     */
    List<Coding> codings(Set<Provenance.Manner> manners, String condition, Map<String, String> values) {
        String among = manners.stream().map(manner -> "'" + manner.name() + "'").collect(Collectors.joining(", "));
        return codings(VIEWS_OF_MANNERS.replace("<manners>", among), condition, values);
    }

    private List<Coding> codings(String views, String condition, Map<String, String> values) {
        return jdbi.withHandle(handle -> {
            Map<List<String>, Map<CodeId, Boolean>> considered = new LinkedHashMap<>();
            Map<List<String>, Provenance.Manner> manners = new LinkedHashMap<>();
            Map<List<String>, String> latest = new LinkedHashMap<>();
            Map<List<String>, Boolean> doubts = new LinkedHashMap<>();
            query(
                            handle,
                            views + "SELECT answer, coder, finished, doubt, manner, id FROM current_finish WHERE "
                                    + condition,
                            values)
                    .map((row, context) -> {
                        List<String> key = List.of(row.getString("answer"), row.getString("coder"));
                        if (row.getInt("finished") == 1) {
                            considered.put(key, new LinkedHashMap<>());
                            doubts.put(key, row.getInt("doubt") == 1);
                            manners.put(key, Provenance.Manner.valueOf(row.getString("manner")));
                            latest.put(key, row.getString("id"));
                        }
                        return key;
                    })
                    .forEach(unused -> {});
            query(
                            handle,
                            views + "SELECT answer, coder, code, verdict, manner, event FROM considered WHERE "
                                    + condition + " ORDER BY event, code",
                            values)
                    .map((row, context) -> {
                        List<String> key = List.of(row.getString("answer"), row.getString("coder"));
                        considered
                                .computeIfAbsent(key, unused -> new LinkedHashMap<>())
                                .put(
                                        new CodeId(row.getString("code")),
                                        row.getString("verdict").equals(Decision.Verdict.APPLIES.name()));
                        String event = row.getString("event");
                        if (event.compareTo(latest.getOrDefault(key, "")) > 0) {
                            latest.put(key, event);
                            manners.put(key, Provenance.Manner.valueOf(row.getString("manner")));
                        }
                        return key;
                    })
                    .forEach(unused -> {});
            List<Coding> codings = new ArrayList<>();
            considered.forEach((key, codes) -> codings.add(new Coding(
                    new AnswerId(key.get(0)),
                    new CoderName(key.get(1)),
                    codes,
                    doubts.containsKey(key),
                    doubts.getOrDefault(key, false),
                    manners.getOrDefault(key, Provenance.Manner.IMPORTED))));
            return codings;
        });
    }

    private static Query query(Handle handle, String sql, Map<String, String> values) {
        return handle.createQuery(sql).bindMap(values);
    }
}

package org.verbacode.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return jdbi.withHandle(handle -> {
            Map<List<String>, Map<CodeId, Boolean>> considered = new LinkedHashMap<>();
            Map<List<String>, Provenance.Manner> manners = new LinkedHashMap<>();
            Map<List<String>, String> latest = new LinkedHashMap<>();
            Map<List<String>, Boolean> doubts = new LinkedHashMap<>();
            query(
                            handle,
                            "SELECT answer, coder, finished, doubt, manner, id FROM current_finish WHERE " + condition,
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
                            "SELECT answer, coder, code, verdict, manner, event FROM considered WHERE " + condition
                                    + " ORDER BY event, code",
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

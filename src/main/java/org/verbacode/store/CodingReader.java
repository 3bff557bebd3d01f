package org.verbacode.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Provenance;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** Reads codings from decisions and finish events, and maps them to a version of the codebook. */
final class CodingReader {
    private static final String FINISHES = "SELECT f.answer, f.coder, f.doubt, f.manner, f.id, f.codebook_version,"
            + " a.study, a.question FROM current_finish f JOIN answer a ON a.id = f.answer WHERE f.finished = 1 AND ";
    private static final String DECISIONS =
            "SELECT d.answer, d.coder, d.code, d.verdict, d.manner, d.id, a.study, a.question"
                    + " FROM current_decision d JOIN answer a ON a.id = d.answer WHERE ";
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
                              AND g.manner IN (<manners>)))
            """;

    private final Jdbi jdbi;

    CodingReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Which events are read, and for which codes.
     *
     * @param manners of the events; a later event of another manner does not hide an earlier one of these; empty for all
     * @param version of the codebook; null for the current one
     */
    record Scope(Set<Provenance.Manner> manners, @Nullable Integer version) {
        static final Scope CURRENT = new Scope(Set.of(), null);

        private String views() {
            String among =
                    manners.stream().map(manner -> "'" + manner.name() + "'").collect(Collectors.joining(", "));
            return manners.isEmpty() ? "" : VIEWS_OF_MANNERS.replace("<manners>", among);
        }
    }

    /** One coder's answer to one question. */
    private record Key(String answer, String coder, StudyName study, QuestionName question) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(
                    row.getString("answer"),
                    row.getString("coder"),
                    new StudyName(row.getString("study")),
                    new QuestionName(row.getString("question")));
        }
    }

    /** What a coder has said about an answer, as the rows are read. */
    private static final class Said {
        private final Map<CodeId, Boolean> decided = new HashMap<>();
        private int finishedUnder = CodebookVersions.NONE;
        private boolean finished;
        private boolean doubt;
        private String latest = "";
        private Provenance.Manner manner = Provenance.Manner.IMPORTED;

        private void takeManner(ResultSet row) throws SQLException {
            String event = row.getString("id");
            if (event.compareTo(latest) > 0) {
                latest = event;
                manner = Provenance.Manner.valueOf(row.getString("manner"));
            }
        }
    }

    /**
     * The codings that meet a condition.
     *
     * @param condition SQL over the columns {@code answer} and {@code coder}
     * @param values of the parameters that it names
     */
    List<Coding> codings(Scope scope, String condition, Map<String, String> values) {
        return jdbi.withHandle(handle -> {
            Map<Key, Said> said = new LinkedHashMap<>();
            handle.createQuery(scope.views() + FINISHES + condition)
                    .bindMap(values)
                    .map((row, context) -> {
                        Said of = said.computeIfAbsent(Key.of(row), unused -> new Said());
                        of.finished = true;
                        of.finishedUnder = row.getInt("codebook_version");
                        of.doubt = row.getInt("doubt") == 1;
                        of.takeManner(row);
                        return of;
                    })
                    .forEach(unused -> {});
            handle.createQuery(scope.views() + DECISIONS + condition)
                    .bindMap(values)
                    .map((row, context) -> {
                        Said of = said.computeIfAbsent(Key.of(row), unused -> new Said());
                        of.decided.put(
                                new CodeId(row.getString("code")),
                                row.getString("verdict").equals(Decision.Verdict.APPLIES.name()));
                        of.takeManner(row);
                        return of;
                    })
                    .forEach(unused -> {});
            return codings(handle, scope, said);
        });
    }

    private static List<Coding> codings(Handle handle, Scope scope, Map<Key, Said> said) {
        CodebookVersions versions = new CodebookVersions(handle, scope.version());
        List<Coding> codings = new ArrayList<>(said.size());
        said.forEach((key, of) -> codings.add(new Coding(
                new AnswerId(key.answer()),
                new CoderName(key.coder()),
                versions.of(key.study(), key.question()).map(of.decided, of.finishedUnder),
                of.finished,
                of.doubt,
                of.finishedUnder,
                of.manner)));
        return codings;
    }
}

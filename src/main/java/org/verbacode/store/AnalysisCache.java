package org.verbacode.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache of linguistic analyses: a SQLite file of its own, which may be deleted at any time. Any failure makes it
 * behave as if it were empty. Several processes may use it at the same time.
 */
public final class AnalysisCache {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisCache.class);
    /** SQLite limits the number of parameters of a statement. */
    private static final int KEYS_PER_QUERY = 500;

    private final Jdbi jdbi;
    private final String version;

    /**
     * @param file created when first needed, in an existing folder
     * @param version of the analyser; entries of another version are deleted
     */
    public AnalysisCache(Path file, String version) {
        this.jdbi = Jdbi.create("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=OFF&busy_timeout=2000");
        this.version = version;
    }

    /** The entries under these keys; missing keys are absent. */
    public Map<String, String> find(Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        List<String> all = List.copyOf(keys);
        try {
            jdbi.useHandle(handle -> {
                prepare(handle);
                for (int from = 0; from < all.size(); from += KEYS_PER_QUERY) {
                    handle.createQuery("SELECT key, analysis FROM analysis WHERE key IN (<keys>)")
                            .bindList("keys", all.subList(from, Math.min(from + KEYS_PER_QUERY, all.size())))
                            .reduceRows(found, (known, row) -> {
                                known.put(row.getColumn("key", String.class), row.getColumn("analysis", String.class));
                                return known;
                            });
                }
            });
        } catch (JdbiException e) {
            LOG.info("the cache of readings cannot be read: {}", e.getClass().getSimpleName());
        }
        return found;
    }

    /** Stores analyses by key. */
    public void keep(Map<String, String> analyses) {
        if (analyses.isEmpty()) {
            return;
        }
        try {
            jdbi.useTransaction(handle -> {
                prepare(handle);
                PreparedBatch batch =
                        handle.prepareBatch("INSERT OR REPLACE INTO analysis (key, analysis) VALUES (:key, :analysis)");
                analyses.forEach((key, analysis) ->
                        batch.bind("key", key).bind("analysis", analysis).add());
                batch.execute();
            });
        } catch (JdbiException e) {
            LOG.info("the cache of readings cannot be written: {}", e.getClass().getSimpleName());
        }
    }

    private void prepare(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS reading (version TEXT PRIMARY KEY)");
        handle.execute(
                "CREATE TABLE IF NOT EXISTS analysis (key TEXT PRIMARY KEY, analysis TEXT NOT NULL) WITHOUT ROWID");
        boolean current = handle.createQuery("SELECT count(*) FROM reading WHERE version = :version")
                        .bind("version", version)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!current) {
            handle.execute("DELETE FROM analysis");
            handle.execute("DELETE FROM reading");
            handle.execute("INSERT INTO reading (version) VALUES (?)", version);
        }
    }
}

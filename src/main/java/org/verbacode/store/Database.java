package org.verbacode.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * The database of a workspace and its stores. Every writing store method is one transaction; {@link #inTransaction}
 * joins several into one.
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Studies studies;
    private final Answers answers;
    private final Codebooks codebooks;
    private final Codings codings;
    private final Suggestions suggestions;
    private final Masks masks;
    private final Rounds rounds;
    private final Coders coders;
    private final Histories histories;
    private final SentActs sentActs;

    private Database(HikariConfig config, String where, Clock clock) {
        config.setPoolName("verbacode");
        try {
            pool = new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new RefusedException(Message.of("store.open", where), e);
        }
        try {
            Migrations.apply(pool, where);
            jdbi = Jdbi.create(pool);
            studies = new Studies(jdbi, clock);
            answers = new Answers(jdbi, clock);
            codebooks = new Codebooks(jdbi, clock);
            EventIds ids = new EventIds(clock, jdbi);
            codings = new Codings(jdbi, ids);
            suggestions = new Suggestions(jdbi, ids);
            masks = new Masks(jdbi, ids);
            rounds = new Rounds(jdbi, ids);
            coders = new Coders(jdbi, ids);
            histories = new Histories(jdbi, ids);
            sentActs = new SentActs(jdbi);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Opens the SQLite file, creating it when missing.
     *
     * @throws RefusedException if the file is not a database, or comes from a newer Verbacode
     */
    public static Database sqlite(Path file, Clock clock) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setMaximumPoolSize(4);
        // Commits are durable before they are reported, so that stored decisions survive a power cut.
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "5000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return new Database(config, file.toString(), clock);
    }

    /**
     * Opens a database server.
     *
     * @param url a JDBC address such as {@code jdbc:postgresql://host/name}
     * @throws RefusedException if the address is not PostgreSQL's, the server does not answer, or the database comes
     *     from a newer Verbacode
     */
    public static Database server(String url, Clock clock) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new RefusedException(Message.of("store.url", withoutSecrets(url)));
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        return new Database(config, withoutSecrets(url), clock);
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    public Studies studies() {
        return studies;
    }

    public Answers answers() {
        return answers;
    }

    public Codebooks codebooks() {
        return codebooks;
    }

    public Codings codings() {
        return codings;
    }

    public Suggestions suggestions() {
        return suggestions;
    }

    public Masks masks() {
        return masks;
    }

    public Rounds rounds() {
        return rounds;
    }

    public Coders coders() {
        return coders;
    }

    public Histories histories() {
        return histories;
    }

    public SentActs sentActs() {
        return sentActs;
    }

    /**
     * Removes all traces of deleted data: rewrites the file and empties its write-ahead log. On a server the table of
     * texts is rewritten; logs and backups are the administrator's.
     */
    public void scrub() {
        jdbi.useHandle(handle -> {
            if (isFile()) {
                handle.execute("VACUUM");
                handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list();
            } else {
                handle.execute("VACUUM FULL answer_text");
            }
        });
    }

    private boolean isFile() {
        return pool.getJdbcUrl().startsWith("jdbc:sqlite:");
    }

    /** Runs several writes as one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return jdbi.inTransaction(handle -> work.get());
    }

    /**
     * Writes a snapshot into a new SQLite file while others go on working.
     *
     * @throws RefusedException if the data are on a server, which has its own means
     */
    public void snapshot(Path file) {
        requireFile();
        jdbi.useHandle(handle -> handle.execute("VACUUM INTO ?", file.toString()));
    }

    /** Whether the file's pages are intact and all foreign keys resolve. */
    public boolean isSound() {
        requireFile();
        return jdbi.withHandle(handle -> handle.createQuery("PRAGMA integrity_check")
                        .mapTo(String.class)
                        .list()
                        .equals(List.of("ok"))
                && handle.createQuery("PRAGMA foreign_key_check")
                        .mapToMap()
                        .list()
                        .isEmpty());
    }

    private void requireFile() {
        if (!isFile()) {
            throw new RefusedException(Message.of("store.server"));
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

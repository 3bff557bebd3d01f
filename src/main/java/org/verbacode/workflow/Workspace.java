package org.verbacode.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * An open workspace folder: {@code verbacode.db} (unless a server holds the data), {@code models/}, {@code corpus/},
 * and the disposable {@code index/} and {@code cache/}. It only wires; the use cases work.
 */
public final class Workspace implements AutoCloseable {
    /** How a workspace is used. */
    public enum Access {
        /** Read-only; another process may be writing. */
        READ,
        /** For writing; one process at a time. */
        WRITE
    }

    private final Path folder;
    private final Clock clock;
    private final @Nullable WriteLock lock;
    private final Database database;

    private final boolean isNew;

    private Workspace(Path folder, Clock clock, @Nullable WriteLock lock, Database database, boolean isNew) {
        this.isNew = isNew;
        this.folder = folder;
        this.clock = clock;
        this.lock = lock;
        this.database = database;
    }

    /**
     * Opens a folder as a workspace and creates what is missing.
     *
     * @param databaseUrl address of a PostgreSQL database with the data, or empty for {@code verbacode.db}
     * @throws RefusedException if the folder cannot be used, another process is writing, or the database cannot be
     *     read
     */
    public static Workspace open(Path folder, Optional<String> databaseUrl, Access access, Clock clock) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.folder", home), e);
        }
        WriteLock lock = access == Access.WRITE ? WriteLock.take(home) : null;
        try {
            boolean hasFile = Files.exists(home.resolve("verbacode.db"));
            Database database = databaseUrl.isPresent()
                    ? Database.server(databaseUrl.get(), clock)
                    : Database.sqlite(home.resolve("verbacode.db"), clock);
            boolean isNew = databaseUrl.isPresent() ? database.studies().list().isEmpty() : !hasFile;
            return new Workspace(home, clock, lock, database, isNew);
        } catch (RuntimeException e) {
            if (lock != null) {
                lock.close();
            }
            throw e;
        }
    }

    /** Whether the workspace is new: there was no database, or the server's holds no study. */
    public boolean isNew() {
        return isNew;
    }

    public Path folder() {
        return folder;
    }

    /** The folder of model versions, one sub-folder each. */
    public Path models() {
        return modelsIn(folder);
    }

    /** The same of a folder that need not be opened, since no study is read. */
    public static Path modelsIn(Path folder) {
        return folder.resolve("models");
    }

    /** The folder of files that studies were imported from. */
    public Path corpus() {
        return folder.resolve("corpus");
    }

    /** The folder of the full-text index; disposable. */
    public Path index() {
        return folder.resolve("index");
    }

    /** The folder of cached results; disposable. */
    public Path cache() {
        return cacheIn(folder);
    }

    /** The same of a folder that need not be opened, since no study is read. */
    public static Path cacheIn(Path folder) {
        return folder.resolve("cache");
    }

    public Database database() {
        return database;
    }

    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        database.close();
        if (lock != null) {
            lock.close();
        }
    }
}

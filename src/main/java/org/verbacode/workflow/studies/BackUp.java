package org.verbacode.workflow.studies;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.verbacode.exchange.SafeFile;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.WriteLock;

/** Backs up a workspace's database as one file, restores it, and checks its integrity. */
public final class BackUp {
    private BackUp() {}

    /**
     * Writes a snapshot of studies, answers, codebooks and codings.
     *
     * @throws RefusedException if the file cannot be written, or the data are on a server
     */
    public static void save(Workspace workspace, Path out) {
        try (SafeFile file = SafeFile.create(out)) {
            // SQLite writes into an empty file only.
            workspace.database().snapshot(file.temporary());
            file.finish();
        }
    }

    /**
     * Restores a backup in place of a workspace's database, which is kept under another name.
     *
     * @return where the earlier database is kept; empty if there was none
     * @throws RefusedException if the file is not a sound backup, or another process is writing
     */
    public static Optional<Path> restore(Path backup, Path folder, Clock clock) {
        Path home = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(backup)) {
            throw new RefusedException(Message.of("workflow.studies.backup.not", backup));
        }
        try {
            Files.createDirectories(home);
            WriteLock lock = WriteLock.take(home);
            try {
                Path draft = Files.createTempFile(home, ".restore-", ".part");
                try {
                    Files.copy(backup, draft, StandardCopyOption.REPLACE_EXISTING);
                    requireSound(draft, backup, clock);
                    return replace(home, draft, clock);
                } finally {
                    for (String end : List.of("", "-wal", "-shm")) {
                        Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + end));
                    }
                }
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.studies.backup.unwritable", home), e);
        }
    }

    private static void requireSound(Path draft, Path backup, Clock clock) {
        boolean sound;
        try (Database database = Database.sqlite(draft, clock)) {
            sound = database.isSound();
        } catch (RefusedException e) {
            throw new RefusedException(Message.of("workflow.studies.backup.not", backup), e);
        }
        if (!sound) {
            throw new RefusedException(Message.of("workflow.studies.backup.not", backup));
        }
    }

    private static Optional<Path> replace(Path home, Path draft, Clock clock) throws IOException {
        Path truth = home.resolve("verbacode.db");
        Optional<Path> kept = Optional.empty();
        if (Files.exists(truth)) {
            Path before = home.resolve(
                    "verbacode.db.before-" + clock.instant().toString().replaceAll("[^0-9TZ]", ""));
            if (Files.exists(before)) {
                throw new FileAlreadyExistsException(before.toString());
            }
            // A snapshot includes what is still in the write-ahead log.
            try (Database database = Database.sqlite(truth, clock)) {
                database.snapshot(before);
            }
            kept = Optional.of(before);
        }
        for (String end : List.of("-wal", "-shm")) {
            Files.deleteIfExists(home.resolve("verbacode.db" + end));
        }
        Files.move(draft, truth, StandardCopyOption.REPLACE_EXISTING);
        discard(home.resolve("index"));
        discard(home.resolve("cache"));
        return kept;
    }

    /**
     * Checks the database and deletes index and caches, which are built again when needed.
     *
     * @throws RefusedException if the database is damaged
     */
    public static void check(Workspace workspace) {
        if (!workspace.database().isSound()) {
            throw new RefusedException(Message.of("workflow.studies.check.damaged"));
        }
        try {
            discard(workspace.index());
            discard(workspace.cache());
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.folder", workspace.folder()), e);
        }
    }

    private static void discard(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

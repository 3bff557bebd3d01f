package org.verbacode.workflow.studies;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.WriteLock;

/**
 * Serialises the first start of a workspace: one process creates the database and imports the study of the corpus,
 * and others wait for it, readers included. The system releases the lock even if the process is killed.
 */
public final class FirstStart {
    private static final long NANOSECONDS_BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);

    private FirstStart() {}

    /**
     * Opens the workspace of a folder; while it is being created, other processes wait.
     *
     * @throws RefusedException if the folder cannot be created or written
     */
    public static Workspace alone(Path folder, Supplier<Workspace> opening) {
        Path home = folder.toAbsolutePath().normalize();
        Path mark = home.resolve("verbacode.first");
        if (Files.exists(home.resolve("verbacode.db")) && !Files.exists(mark)) {
            return opening.get();
        }
        try {
            Files.createDirectories(home);
            try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                while (WriteLock.tryLock(channel) == null) {
                    LockSupport.parkNanos(NANOSECONDS_BETWEEN_LOOKS);
                }
                try {
                    return opening.get();
                } finally {
                    // Waiting processes hold the deleted file and then find the database.
                    Files.deleteIfExists(mark);
                }
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.folder", home), e);
        }
    }
}

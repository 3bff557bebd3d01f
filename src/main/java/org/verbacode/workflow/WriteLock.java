package org.verbacode.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * A file lock that keeps a second process from writing to a workspace; the system releases it when this one ends or
 * is killed.
 */
public final class WriteLock implements AutoCloseable {
    private final FileChannel channel;

    private WriteLock(FileChannel channel) {
        this.channel = channel;
    }

    public static WriteLock take(Path folder) {
        Path file = folder.resolve("verbacode.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new RefusedException(Message.of("workflow.locked", folder));
            }
            return new WriteLock(channel);
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.folder", folder), e);
        }
    }

    /** The lock of a file; null if another process, or another channel of this one, has it. */
    public static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the lock file", e);
        }
    }
}

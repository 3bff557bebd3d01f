package org.verbacode.exchange;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Writes a file atomically: under a temporary name beside its place, moved when finished. */
public final class SafeFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private boolean finished;

    private SafeFile(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /** @throws RefusedException if nothing can be written there */
    public static SafeFile create(Path target) {
        Path whole = target.toAbsolutePath();
        try {
            Path folder = whole.getParent();
            if (folder == null || Files.isDirectory(whole)) {
                throw new RefusedException(Message.of("exchange.out.folder", target));
            }
            Files.createDirectories(folder);
            return new SafeFile(whole, Files.createTempFile(folder, "." + whole.getFileName(), ".part"));
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", target), e);
        }
    }

    /** The path to write to. */
    public Path temporary() {
        return temporary;
    }

    /** Moves the complete file to its place, over an existing one. */
    public void finish() {
        try {
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
            finished = true;
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", target), e);
        }
    }

    @Override
    public void close() {
        if (!finished) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                throw new RefusedException(Message.of("exchange.out.unwritable", target), e);
            }
        }
    }
}

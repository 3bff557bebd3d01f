package org.verbacode.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** A file that is about to be written. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Sees to it that nothing that is read, or is written too, is lost.
     *
     * @throws RefusedException if the file is one of the others, by whatever name
     */
    public static void checkIsNoneOf(Path out, List<Path> others) {
        for (Path other : others) {
            if (isSame(out, other)) {
                throw new RefusedException(Message.of("workflow.out.same", out));
            }
        }
    }

    private static boolean isSame(Path out, Path other) {
        try {
            return Files.exists(out) && Files.exists(other)
                    ? Files.isSameFile(out, other)
                    : out.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", out), e);
        }
    }
}

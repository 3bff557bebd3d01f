package org.verbacode.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Checks of a file that is about to be written. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Refuses an output file that is also an input or another output.
     *
     * @throws RefusedException if the file is one of the others, under whatever path
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
            if (Files.exists(out) && Files.exists(other)) {
                return Files.isSameFile(out, other);
            }
            return absolute(out).equals(absolute(other));
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", out), e);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}

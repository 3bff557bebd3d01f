package org.verbacode.exchange.survey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Checks a zip file before it is unpacked, against decompression bombs. */
final class ZipCheck {
    /** Unpacked size at most, far above that of a survey. */
    private static final long MAX_UNPACKED_BYTES = 256L << 20;

    private static final int MAX_ENTRIES = 10_000;

    private ZipCheck() {}

    /**
     * Unpacks the file without storing it.
     *
     * @param needed a required entry
     * @throws RefusedException if it holds too much, or lacks the entry
     */
    static void of(Path file, String needed) throws IOException {
        long bytes = 0;
        int entries = 0;
        boolean found = false;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                found |= entry.getName().equals(needed);
                entries++;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        bytes += read;
                        if (bytes > MAX_UNPACKED_BYTES || entries > MAX_ENTRIES) {
                            throw new RefusedException(
                                    Message.of("exchange.xlsx.bomb", file.getFileName(), MAX_UNPACKED_BYTES >> 20));
                        }
                    }
                }
            }
        }
        if (!found) {
            throw new RefusedException(Message.of("exchange.xlsx.not", file.getFileName()));
        }
    }
}

package org.verbacode.exchange.survey;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Statistics of decoding a whole file as UTF-8.
 *
 * @param accented number of well-formed multi-byte characters
 * @param damaged number of bytes that belong to no character
 */
record Utf8Check(long accented, long damaged) {

    static Utf8Check of(Path file) throws IOException {
        long accented = 0;
        long damaged = 0;
        int missing = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (missing > 0) {
                    if ((next & 0xC0) == 0x80) {
                        missing--;
                        accented += missing == 0 ? 1 : 0;
                        continue;
                    }
                    damaged++;
                    missing = 0;
                }
                if (next < 0x80) {
                    continue;
                }
                missing = following(next);
                damaged += missing == 0 ? 1 : 0;
            }
        }
        return new Utf8Check(accented, missing > 0 ? damaged + 1 : damaged);
    }

    /** Number of continuation bytes after a first byte (RFC 3629, section 4); 0 if it cannot be a first byte. */
    private static int following(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 1;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 2;
        }
        return first >= 0xF0 && first <= 0xF4 ? 3 : 0;
    }
}

package org.verbacode.exchange.survey;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The character encoding of a text file.
 *
 * @param markLength bytes of the byte order mark
 * @param sound whether every byte is known to be decoded right; otherwise damaged cells are looked for
 */
record TextEncoding(Charset charset, int markLength, boolean sound) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Bytes from which the encoding is detected. */
    private static final int SAMPLE_BYTES = 1 << 16;

    /** Encodings accepted from the detector for French text; its other guesses are of other alphabets. */
    private static final Set<String> PLAUSIBLE = Set.of("WINDOWS-1252", "ISO-8859-15", "ISO-8859-1");

    /**
     * Detects the encoding: byte order mark, zero bytes as in UTF-16, strict UTF-8, and last the one-byte encodings,
     * of which Windows-1252 is Excel's.
     */
    static TextEncoding of(Path file, @Nullable Charset asked) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(SAMPLE_BYTES);
        }
        TextEncoding marked = marked(start);
        if (asked != null) {
            int mark = marked != null && marked.charset.equals(asked) ? marked.markLength : 0;
            return new TextEncoding(asked, mark, false);
        }
        if (marked != null) {
            return marked;
        }
        Charset wide = utf16(start);
        if (wide != null) {
            return new TextEncoding(wide, 0, false);
        }
        Utf8Check check = Utf8Check.of(file);
        // One damaged row must not turn every accent of the others into two characters.
        if (check.damaged() == 0 || check.accented() > 4 * check.damaged()) {
            return new TextEncoding(StandardCharsets.UTF_8, 0, check.damaged() == 0);
        }
        return new TextEncoding(oneByte(start), 0, true);
    }

    private static @Nullable TextEncoding marked(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, false);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, false);
        }
        return begins(start, 0xFE, 0xFF) ? new TextEncoding(StandardCharsets.UTF_16BE, 2, false) : null;
    }

    private static boolean begins(byte[] start, int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: Latin letters have a zero byte at every second place only. */
    private static @Nullable Charset utf16(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int pairs = start.length / 2;
        if (zeros[1] > pairs * 0.7 && zeros[0] < pairs * 0.05) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] > pairs * 0.7 && zeros[1] < pairs * 0.05 ? StandardCharsets.UTF_16BE : null;
    }

    private static Charset oneByte(byte[] start) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(start, 0, start.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name != null && PLAUSIBLE.contains(name) && !name.equals("ISO-8859-1")
                ? Charset.forName(name)
                : WINDOWS_1252;
    }

    /** Opens the file after its mark. */
    InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(markLength);
        return in;
    }
}

package org.verbacode.exchange.survey;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * Options of reading a file.
 *
 * @param encoding null to detect it
 * @param separator of the cells of a CSV file; null to detect it
 */
public record ReadOptions(
        @Nullable Charset encoding, @Nullable Character separator) {
    /** Detects everything. */
    public static final ReadOptions FIND_OUT = new ReadOptions(null, null);

    /**
     * The options as typed; null or blank to detect.
     *
     * @param separator one character, or {@code tab}
     * @throws RefusedException if there is no such encoding, or the separator is not one character
     */
    public static ReadOptions of(@Nullable String encoding, @Nullable String separator) {
        return new ReadOptions(
                encoding == null || encoding.isBlank() ? null : charset(encoding.strip()),
                separator == null || separator.isEmpty() ? null : character(separator));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new RefusedException(Message.of("exchange.encoding.unknown", name), e);
        }
    }

    private static char character(String separator) {
        if (separator.equalsIgnoreCase("tab") || separator.equals("\\t")) {
            return '\t';
        }
        if (separator.length() != 1 || "\"\r\n".contains(separator)) {
            throw new RefusedException(Message.of("exchange.separator.unknown", separator));
        }
        return separator.charAt(0);
    }
}

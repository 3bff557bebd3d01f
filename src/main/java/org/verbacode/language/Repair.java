package org.verbacode.language;

/**
 * A spelling correction: "bcp → beaucoup". The text itself is never changed.
 *
 * @param start offset of its first character in the text as written (UTF-16 code units, inclusive)
 * @param end offset after the last one
 * @param from the span as written
 * @param to the corrected form
 */
public record Repair(int start, int end, String from, String to) {
    public Repair {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + "–" + end);
        }
    }
}

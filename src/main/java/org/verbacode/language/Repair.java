package org.verbacode.language;

/**
 * A spelling that was read as another: "bcp → beaucoup". The text itself is never changed.
 *
 * @param start offset of the first character concerned in the text as written (UTF-16 code units, inclusive)
 * @param end offset after the last one
 * @param from what stands there
 * @param to how it was read
 */
public record Repair(int start, int end, String from, String to) {
    public Repair {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + "–" + end);
        }
    }
}

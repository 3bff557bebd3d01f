package org.verbacode.search;

import java.util.ArrayList;
import java.util.List;
import org.verbacode.study.AnswerId;

/** The concordance of a hit: each word found on a line with its context (keyword in context). */
public final class Concordance {
    private Concordance() {}

    /**
     * A found word in its place.
     *
     * @param left what stands before it; begins with "…" if the answer begins earlier
     * @param right what stands after it; ends with "…" if the answer goes on
     */
    public record Line(AnswerId answer, String left, String match, String right) {}

    /**
     * One line for every span of a hit, in order.
     *
     * @param text of the answer that was hit
     * @param width how many characters to show on each side, cut between words where possible
     */
    public static List<Line> of(Hit hit, String text, int width) {
        List<Line> lines = new ArrayList<>();
        for (Hit.Span span : hit.spans()) {
            if (span.end() <= text.length()) {
                lines.add(new Line(
                        hit.answer(),
                        left(text, span.start(), width),
                        oneLine(text.substring(span.start(), span.end())),
                        right(text, span.end(), width)));
            }
        }
        return lines;
    }

    private static String left(String text, int end, int width) {
        int start = Math.max(0, end - width);
        if (start == 0) {
            return oneLine(text.substring(0, end)).stripLeading();
        }
        int cut = start;
        while (cut < end && !Character.isWhitespace(text.charAt(cut - 1))) {
            cut++;
        }
        if (cut == end) {
            cut = Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
        }
        return "…" + oneLine(text.substring(cut, end)).stripLeading();
    }

    private static String right(String text, int start, int width) {
        int end = Math.min(text.length(), start + width);
        if (end == text.length()) {
            return oneLine(text.substring(start)).stripTrailing();
        }
        int cut = end;
        while (cut > start && !Character.isWhitespace(text.charAt(cut))) {
            cut--;
        }
        if (cut == start) {
            cut = Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
        }
        return oneLine(text.substring(start, cut)).stripTrailing() + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}

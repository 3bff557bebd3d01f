package org.verbacode.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.verbacode.study.AnswerId;

/**
 * An answer that fits what was looked for.
 *
 * @param score how well it fits (BM25); comparable within one search only
 * @param spans the words that fitted, by start, without overlaps
 */
public record Hit(AnswerId answer, double score, List<Span> spans) {
    public Hit {
        spans = apart(spans);
    }

    /**
     * A stretch of the answer as it was written.
     *
     * @param start offset of its first character (UTF-16 code units, inclusive)
     * @param end offset after its last character
     */
    public record Span(int start, int end) {
        public Span {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("not a span: " + start + "–" + end);
            }
        }
    }

    private static List<Span> apart(List<Span> spans) {
        List<Span> apart = new ArrayList<>();
        for (Span span : spans.stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList()) {
            Span last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last != null && span.start() < last.end()) {
                apart.set(apart.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else if (last == null || !last.equals(span)) {
                apart.add(span);
            }
        }
        return List.copyOf(apart);
    }
}

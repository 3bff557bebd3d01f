package org.verbacode.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.AnswerId;

/**
 * An answer that a search found.
 *
 * @param score BM25; comparable within one search only
 * @param spans the words found, by start, without overlaps
 * @param form the farthest form needed to find one of these words; null if no word was searched for
 */
public record Hit(
        AnswerId answer,
        double score,
        List<Span> spans,
        @Nullable MatchForm form) {
    public Hit {
        spans = List.copyOf(spans);
    }

    /**
     * A span of the answer as it was written.
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

    /** A span and the form by which it was found. */
    record FoundSpan(Span span, MatchForm form) {
        private static final Comparator<FoundSpan> BY_PLACE = Comparator.comparingInt(
                        (FoundSpan found) -> found.span.start())
                .thenComparingInt(found -> found.span.end());

        private boolean overlaps(FoundSpan later) {
            return later.span.start() < span.end() || later.span.equals(span);
        }

        private FoundSpan and(FoundSpan later) {
            return new FoundSpan(
                    new Span(span.start(), Math.max(span.end(), later.span.end())),
                    form.compareTo(later.form) <= 0 ? form : later.form);
        }
    }

    /** Joins spans that overlap: such a word was found by the closest of their forms. */
    static Hit of(AnswerId answer, double score, List<FoundSpan> found) {
        List<FoundSpan> joined = new ArrayList<>();
        for (FoundSpan span : found.stream().sorted(FoundSpan.BY_PLACE).toList()) {
            FoundSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.overlaps(span)) {
                joined.set(joined.size() - 1, last.and(span));
            } else {
                joined.add(span);
            }
        }
        return new Hit(
                answer,
                score,
                joined.stream().map(FoundSpan::span).toList(),
                joined.stream()
                        .map(FoundSpan::form)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }
}

package org.verbacode.workflow.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.verbacode.coding.CodeId;
import org.verbacode.search.Hit;

/**
 * A piece of an answer as it is shown.
 *
 * @param marked whether it stands out
 * @param codes the codes it speaks for, strongest first; empty if no model weighed it
 */
public record TextSpan(String text, boolean marked, List<CodeId> codes) {
    public TextSpan {
        codes = List.copyOf(codes);
    }

    /** The text cut at the ends of spans that do not overlap, in order. */
    static List<TextSpan> of(String text, List<Hit.Span> spans) {
        return of(text, spans, span -> new TextSpan(text.substring(span.start(), span.end()), true, List.of()));
    }

    static List<TextSpan> of(String text, Collection<Hit.Span> spans, Function<Hit.Span, TextSpan> cut) {
        List<TextSpan> stretches = new ArrayList<>();
        int from = 0;
        for (Hit.Span span : spans) {
            if (span.start() >= from && span.end() <= text.length()) {
                plain(text, from, span.start(), stretches);
                stretches.add(cut.apply(span));
                from = span.end();
            }
        }
        plain(text, from, text.length(), stretches);
        return List.copyOf(stretches);
    }

    private static void plain(String text, int from, int to, List<TextSpan> stretches) {
        if (to > from) {
            stretches.add(new TextSpan(text.substring(from, to), false, List.of()));
        }
    }
}

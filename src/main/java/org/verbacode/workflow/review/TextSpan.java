package org.verbacode.workflow.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.verbacode.coding.CodeId;
import org.verbacode.search.Hit;

/**
 * A span of an answer as it is displayed.
 *
 * @param marked whether it is highlighted
 * @param codes the codes to which it contributed, largest contribution first; empty if no model explains it
 */
public record TextSpan(String text, boolean marked, List<CodeId> codes) {
    public TextSpan {
        codes = List.copyOf(codes);
    }

    /** The text cut at the borders of highlighted spans, which are in order and do not overlap. */
    static List<TextSpan> of(String text, List<Hit.Span> spans) {
        return of(text, spans, span -> new TextSpan(text.substring(span.start(), span.end()), true, List.of()));
    }

    static List<TextSpan> of(String text, Collection<Hit.Span> spans, Function<Hit.Span, TextSpan> cut) {
        List<TextSpan> pieces = new ArrayList<>();
        int from = 0;
        for (Hit.Span span : spans) {
            if (span.start() >= from && span.end() <= text.length()) {
                plain(text, from, span.start(), pieces);
                pieces.add(cut.apply(span));
                from = span.end();
            }
        }
        plain(text, from, text.length(), pieces);
        return List.copyOf(pieces);
    }

    private static void plain(String text, int from, int to, List<TextSpan> pieces) {
        if (to > from) {
            pieces.add(new TextSpan(text.substring(from, to), false, List.of()));
        }
    }
}

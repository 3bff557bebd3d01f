package org.verbacode.web.coders;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.coders.ReadCorrections.Correction;
import org.verbacode.workflow.coders.ReadCorrections.Corrections;

/** How the agreed codings differ from the visitor's: counted code by code, and answer by answer. */
public record CorrectionsView(Page page, Corrections corrections) {
    /** The corrections code by code with the number of answers, most frequent first: "4 Conseils → Info". */
    public List<String> exchanges() {
        Map<String, Integer> counts = new HashMap<>();
        corrections.all().stream()
                .flatMap(this::codeByCode)
                .forEach(exchange -> counts.merge(exchange, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(exchange -> page.number(exchange.getValue()) + " " + exchange.getKey())
                .toList();
    }

    /** Each code that was removed with each that was added. */
    private Stream<String> codeByCode(Correction correction) {
        if (correction.removed().isEmpty()) {
            return correction.added().stream().map(added -> sentence(List.of(), List.of(added)));
        }
        if (correction.added().isEmpty()) {
            return correction.removed().stream().map(removed -> sentence(List.of(removed), List.of()));
        }
        return correction.removed().stream().flatMap(removed -> correction.added().stream()
                .map(added -> sentence(List.of(removed), List.of(added))));
    }

    /** A correction in words: "Conseils → Info". */
    public String sentence(Correction correction) {
        return sentence(correction.removed(), correction.added());
    }

    private String sentence(List<Code> removed, List<Code> added) {
        String kind = removed.isEmpty() ? "added" : added.isEmpty() ? "removed" : "exchanged";
        return page.text("coders.corrections." + kind, names(removed), names(added));
    }

    private static String names(List<Code> codes) {
        return codes.stream().map(Code::name).collect(Collectors.joining(", "));
    }
}

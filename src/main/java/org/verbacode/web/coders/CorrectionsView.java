package org.verbacode.web.coders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.coders.SettleDifferences.Correction;

/** How the agreed codings differ from the visitor's: counted code by code, and answer by answer. */
public record CorrectionsView(Page page, List<Correction> corrections) {
    public CorrectionsView {
        corrections = List.copyOf(corrections);
    }

    /** The exchanges of codes with their number, most frequent first: "Conseils → Info". */
    public Map<String, Integer> exchanges() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        corrections.forEach(correction ->
                counts.merge(names(correction.removed()) + " → " + names(correction.added()), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    public String names(List<Code> codes) {
        return codes.isEmpty() ? "–" : codes.stream().map(Code::name).collect(Collectors.joining(", "));
    }
}

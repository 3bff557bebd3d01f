package org.verbacode.web.coders;

import java.util.List;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.Coding;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.coders.SettleDifferences.Difference;
import org.verbacode.workflow.coders.SettleDifferences.Differences;

/**
 * The data of the settling page.
 *
 * @param shown the difference on the screen; empty when all is settled
 * @param draw the round; empty for all coders
 */
public record SettleView(Page page, Differences differences, List<Difference> shown, String draw) {
    public SettleView {
        shown = List.copyOf(shown);
    }

    /** The codes on which the coders differ or agree, in the order of the codebook; then all others. */
    public List<Code> disputed(Difference difference) {
        return differences.codebook().codes().stream()
                .filter(code -> difference.applied().contains(code.id()))
                .toList();
    }

    public List<Code> others(Difference difference) {
        return differences.codebook().codes().stream()
                .filter(code -> !difference.applied().contains(code.id()))
                .toList();
    }

    public String names(Coding coding) {
        return differences.codebook().codes().stream()
                .filter(code -> coding.applied().contains(code.id()))
                .map(Code::name)
                .collect(Collectors.joining(", "));
    }
}

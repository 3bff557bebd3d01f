package org.verbacode.web.coders;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Coding;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.coders.SettleDifferences.Difference;
import org.verbacode.workflow.coders.SettleDifferences.Differences;

/**
 * The data of the settling page.
 *
 * @param shown the difference on the screen; empty when all is settled
 * @param draw the round; empty for all coders
 * @param changed the id of the code whose definition has just been changed; empty for none
 */
public record SettleView(Page page, Differences differences, List<Difference> shown, String draw, String changed) {
    public SettleView {
        shown = List.copyOf(shown);
    }

    /** The codes on which the coders differ or agree, in the order of the codebook; then all others. */
    public List<Code> disputed(Difference difference) {
        return differences.codebook().codes().stream()
                .filter(code -> difference.applied().contains(code.id()))
                .toList();
    }

    /** The code whose definition has just been changed; empty for none. */
    public Optional<Code> redefined() {
        return changed.isBlank() ? Optional.empty() : differences.codebook().byId(new CodeId(changed));
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

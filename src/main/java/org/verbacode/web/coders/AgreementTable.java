package org.verbacode.web.coders;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.results.agreement.CodeAgreement;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.coders.MeasureAgreement.Agreement;

/**
 * The figures of an agreement as they are shown.
 *
 * @param names how coders are called, where it is not by their own name
 */
public record AgreementTable(Page page, Agreement agreement, Map<CoderName, String> names) {
    private static final int DECIMALS = 2;

    public AgreementTable {
        names = Map.copyOf(names);
    }

    /** A figure with two decimals; a dash if it is undefined. */
    public String figure(OptionalDouble figure) {
        return figure.isPresent() ? page.decimals(figure.getAsDouble(), DECIMALS) : "–";
    }

    public String interval(CodeAgreement code) {
        return code.interval()
                .map(interval -> page.text(
                        "coders.agreement.range",
                        page.decimals(interval.low(), DECIMALS),
                        page.decimals(interval.high(), DECIMALS)))
                .orElse("–");
    }

    public boolean isPair() {
        return agreement.coders().size() == 2;
    }

    public boolean anyRare() {
        return agreement.codes().values().stream().anyMatch(CodeAgreement::isRare);
    }

    public String names(List<Code> codes) {
        return codes.stream().map(Code::name).collect(Collectors.joining(", "));
    }

    public String coder(int place) {
        return name(agreement.coders().get(place));
    }

    public String name(CoderName coder) {
        return names.getOrDefault(coder, coder.value());
    }
}

package org.verbacode.web.coders;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.results.agreement.CodeAgreement;
import org.verbacode.study.Message;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.coders.MeasureAgreement.Agreement;

/**
 * The data of the agreement page.
 *
 * @param refusal why there is no agreement to show
 * @param all the coders who can be chosen
 * @param chosen those who were
 */
public record AgreementView(
        Page page,
        Optional<Agreement> agreement,
        Optional<Message> refusal,
        List<CoderName> all,
        List<CoderName> chosen,
        Optional<Round> round) {
    private static final int DECIMALS = 2;

    public AgreementView {
        all = List.copyOf(all);
        chosen = List.copyOf(chosen);
    }

    /** A figure with two decimals; a dash if it is undefined. */
    public String figure(OptionalDouble figure) {
        return figure.isPresent() ? page.decimals(figure.getAsDouble(), DECIMALS) : "–";
    }

    public String interval(CodeAgreement code) {
        return code.interval()
                .map(interval ->
                        page.decimals(interval.low(), DECIMALS) + "–" + page.decimals(interval.high(), DECIMALS))
                .orElse("–");
    }

    public boolean isPair() {
        return agreement.filter(of -> of.coders().size() == 2).isPresent();
    }

    public boolean anyRare() {
        return agreement
                .map(of -> of.codes().values().stream().anyMatch(CodeAgreement::isRare))
                .orElse(false);
    }

    public String names(List<Code> codes) {
        return codes.stream().map(Code::name).collect(Collectors.joining(", "));
    }

    public String coder(int place) {
        return agreement.map(of -> of.coders().get(place).value()).orElse("");
    }
}

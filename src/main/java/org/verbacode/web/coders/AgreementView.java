package org.verbacode.web.coders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.coders.CompareWithModel.WithModel;
import org.verbacode.workflow.coders.MeasureAgreement.Agreement;

/**
 * The data of the agreement page.
 *
 * @param refusal why there is no agreement to show
 * @param withModel the comparison of people and model
 * @param modelRefusal why there is none
 * @param all the coders who can be chosen
 * @param chosen those who were
 */
public record AgreementView(
        Page page,
        Optional<Agreement> agreement,
        Optional<Message> refusal,
        Optional<WithModel> withModel,
        Optional<Message> modelRefusal,
        List<CoderName> all,
        List<CoderName> chosen,
        Optional<Round> round) {
    public AgreementView {
        all = List.copyOf(all);
        chosen = List.copyOf(chosen);
    }

    /** The figures of the coders; empty if there are none to show. */
    public Optional<AgreementTable> people() {
        return agreement.map(of -> new AgreementTable(page, of, Map.of()));
    }

    /** The figures of people and model; empty if no answer can be compared. */
    public Optional<AgreementTable> model() {
        return withModel
                .filter(with -> with.agreement().answers() > 0)
                .map(with -> new AgreementTable(
                        page,
                        with.agreement(),
                        with.person().isPresent()
                                ? Map.of()
                                : Map.of(with.agreement().coders().get(0), page.text("coders.agreement.people"))));
    }
}

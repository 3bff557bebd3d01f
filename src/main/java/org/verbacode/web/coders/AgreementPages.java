package org.verbacode.web.coders;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.CompareWithModel;
import org.verbacode.workflow.coders.CompareWithModel.WithModel;
import org.verbacode.workflow.coders.DescribeCoders;
import org.verbacode.workflow.coders.FindRound;
import org.verbacode.workflow.coders.MeasureAgreement;
import org.verbacode.workflow.coders.MeasureAgreement.Agreement;

/** The agreement page ({@code /agreement}): of a round, or of coders who are chosen; people and model apart. */
public final class AgreementPages implements Pages {
    private final Views views;
    private final Workspace workspace;
    private final ListStudies studies;

    public AgreementPages(Views views, Workspace workspace) {
        this.views = views;
        this.workspace = workspace;
        this.studies = new ListStudies(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/agreement", this::show);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        Page page = visit.about("team", visit.study(), visit.question(), studies, Message.of("web.coders.agreement"));
        List<CoderName> coders = context.queryParams("coder").stream()
                .filter(name -> !name.isBlank())
                .map(CoderName::new)
                .toList();
        String draw = visit.given("draw");
        Round round = draw.isBlank() ? null : new FindRound(workspace).named(draw);
        Outcome<Agreement> people =
                Outcome.of(() -> new MeasureAgreement(workspace).run(visit.study(), visit.question(), coders, round));
        CoderName person = coders.size() == 1 ? coders.get(0) : null;
        Outcome<WithModel> model =
                Outcome.of(() -> new CompareWithModel(workspace).run(visit.study(), visit.question(), person, round));
        List<CoderName> all = new DescribeCoders(workspace)
                .run(visit.study(), visit.question()).coders().stream()
                        .filter(work -> work.answers() > 0)
                        .map(work -> work.person().name())
                        .toList();
        views.show(
                context,
                "coders/agreement",
                page,
                Map.of(
                        "view",
                        new AgreementView(
                                page,
                                people.value(),
                                people.refusal(),
                                model.value(),
                                model.refusal(),
                                all,
                                coders,
                                Optional.ofNullable(round))));
    }

    /** A value, or why there is none. */
    private record Outcome<T>(Optional<T> value, Optional<Message> refusal) {
        static <T> Outcome<T> of(Supplier<T> work) {
            try {
                return new Outcome<>(Optional.of(work.get()), Optional.empty());
            } catch (RefusedException e) {
                return new Outcome<>(Optional.empty(), Optional.of(e.sentence()));
            }
        }
    }
}

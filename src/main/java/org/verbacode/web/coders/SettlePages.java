package org.verbacode.web.coders;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.ApplyChange;
import org.verbacode.workflow.codebook.PlanChange;
import org.verbacode.workflow.coders.FindRound;
import org.verbacode.workflow.coders.SettleDifferences;
import org.verbacode.workflow.coders.SettleDifferences.Difference;
import org.verbacode.workflow.coders.SettleDifferences.Differences;
import org.verbacode.workflow.coders.SettleDifferences.Scope;
import org.verbacode.workflow.review.AssistCoder;

/** The settling page ({@code /settle}): one difference after the other. */
public final class SettlePages implements Pages {
    private final Views views;
    private final Workspace workspace;
    private final ListStudies studies;
    private final SettleDifferences settling;
    private final AssistCoder assistance;

    public SettlePages(Views views, Workspace workspace, AssistCoder assistance) {
        this.assistance = assistance;
        this.views = views;
        this.workspace = workspace;
        this.studies = new ListStudies(workspace);
        this.settling = new SettleDifferences(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/settle", this::show);
        routes.get("/settle/similar", this::similar);
        routes.post("/settle", this::settle);
        routes.post("/settle/definition", this::define);
    }

    private Scope scope(PageRequest visit) {
        String draw = visit.given("draw");
        Round round = draw.isBlank() ? null : new FindRound(workspace).named(draw);
        return new Scope(visit.study(), visit.question(), round, visit.sent());
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        Page page = visit.about("team", visit.study(), visit.question(), studies, Message.of("web.coders.settle"));
        Differences differences = settling.list(scope(visit));
        String after = visit.given("after");
        views.show(
                context,
                "coders/settle",
                page,
                Map.of(
                        "view",
                        new SettleView(
                                page,
                                differences,
                                next(differences, after),
                                visit.given("draw"),
                                visit.given("changed"))));
    }

    private void similar(Context context) {
        PageRequest visit = new PageRequest(context);
        AnswerId answer = PageRequest.answer(visit.needed("answer"));
        views.show(
                context, "review/near", visit.page("section.review"), Map.of("similar", assistance.similarTo(answer)));
    }

    /** The first difference after an answer that was put off; from the beginning if there is none. */
    private static List<Difference> next(Differences differences, String after) {
        List<Difference> open = differences.open().stream()
                .filter(difference ->
                        !differences.undecided().contains(difference.answer().id()))
                .toList();
        List<Difference> all = open.isEmpty() ? differences.open() : open;
        for (int i = 0; i < all.size() - 1; i++) {
            if (all.get(i).answer().id().value().equals(after)) {
                return List.of(all.get(i + 1));
            }
        }
        return all.stream().limit(1).toList();
    }

    private void settle(Context context) {
        PageRequest visit = new PageRequest(context);
        CoderName by = visit.coder().orElseThrow(() -> new RefusedException(Message.of("web.review.coder")));
        Scope scope = scope(visit);
        String after = visit.given("answer");
        switch (visit.given("act")) {
            case "undo" -> settling.undo(scope);
            case "off" -> settling.putOff(scope, PageRequest.answer(visit.needed("answer")), by, visit.given("note"));
            default -> {
                Set<CodeId> codes =
                        context.formParams("code").stream().map(CodeId::new).collect(Collectors.toSet());
                settling.settle(scope, PageRequest.answer(visit.needed("answer")), codes, by, visit.given("note"));
            }
        }
        context.redirect(address(visit, after, ""), HttpStatus.SEE_OTHER);
    }

    /** Changes a definition during the meeting; the answers behind the code are then offered again. */
    private void define(Context context) {
        PageRequest visit = new PageRequest(context);
        CoderName by = visit.coder().orElseThrow(() -> new RefusedException(Message.of("web.review.coder")));
        CodeId code = new CodeId(visit.needed("id"));
        new ApplyChange(workspace)
                .run(
                        new PlanChange(workspace, visit.study(), visit.question())
                                .define(code, visit.given("definition")),
                        by.value());
        context.redirect(address(visit, "", code.value()), HttpStatus.SEE_OTHER);
    }

    private static String address(PageRequest visit, String after, String changed) {
        return Links.to(
                "/settle",
                "study",
                visit.study().value(),
                "question",
                visit.question().value(),
                "draw",
                visit.given("draw"),
                "after",
                after,
                "changed",
                changed);
    }
}

package org.verbacode.web.review;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.Code;
import org.verbacode.search.Scope;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.EditCodebook;
import org.verbacode.workflow.lists.CodeTogether;
import org.verbacode.workflow.lists.ListPlace;
import org.verbacode.workflow.review.AnswerList;
import org.verbacode.workflow.review.ListAnswers;
import org.verbacode.workflow.review.ReviewAnswers;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.search.SearchAnswers;

/** The list of answers, with the filters of the review screen; each answer links to it. */
public final class AnswersPages implements Pages {
    private static final int MAX_WORDS = 6;

    private final Views views;
    private final ListAnswers lists;
    private final SearchAnswers search;
    private final QueueParameters places;
    private final EditCodebook codebooks;
    private final CodeTogether together;
    private final ListStudies studies;

    public AnswersPages(
            Views views,
            Workspace workspace,
            ReviewAnswers review,
            ListAnswers lists,
            CodeTogether together,
            SearchAnswers search) {
        this.views = views;
        this.lists = lists;
        this.search = search;
        this.places = new QueueParameters(review);
        this.codebooks = new EditCodebook(workspace);
        this.together = together;
        this.studies = new ListStudies(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/answers", this::show);
        routes.get("/answers/also", this::also);
        routes.post("/answers/give", this::give);
        routes.post("/answers/undo", this::undo);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        if (visit.coder().isEmpty()) {
            context.redirect(Links.to("/coder", "back", visit.address()), HttpStatus.SEE_OTHER);
            return;
        }
        AnswerList list = lists.run(places.listed(visit), number(visit.given("page"), 1));
        Page page = visit.about("answers", visit.study(), visit.question(), studies, Message.of("web.section.answers"));
        views.show(context, "review/answers", page, Map.of("view", new AnswersView(page, list, notice(visit))));
    }

    /** Gives a code, which is created if it is new, to the ticked answers or to all that were found. */
    private void give(Context context) {
        PageRequest visit = new PageRequest(context);
        Place place = acting(visit);
        boolean ticked = visit.given("act").equals("ticked");
        List<AnswerId> answers = ticked ? visit.answers("answer") : lists.all(place);
        if (answers.isEmpty()) {
            throw new RefusedException(Message.of("web.review.give.nothing"));
        }
        String name = visit.needed("name").strip();
        Code code = codebooks.add(
                place.study(), place.question(), name, place.coder().value());
        CodeTogether.Outcome outcome = together.give(
                listed(visit, place), code.id(), answers, place.queue().shown(), ticked);
        back(context, visit, place, "given", code.name(), outcome);
    }

    private void undo(Context context) {
        PageRequest visit = new PageRequest(context);
        Place place = acting(visit);
        back(context, visit, place, "undone", "", new CodeTogether.Outcome(together.undo(listed(visit, place)), 0));
    }

    /** @throws RefusedException if the page was opened under another name */
    private Place acting(PageRequest visit) {
        Place place = places.listed(visit);
        if (!visit.given("as").equals(place.coder().value())) {
            throw new RefusedException(
                    Message.of("web.lists.other_coder", place.coder().value()));
        }
        return place;
    }

    private static ListPlace listed(PageRequest visit, Place place) {
        return new ListPlace(place.study(), place.question(), place.coder(), visit.sent());
    }

    private static void back(
            Context context, PageRequest visit, Place place, String done, String code, CodeTogether.Outcome outcome) {
        context.redirect(
                Links.to(
                        ReviewView.address("/answers", place, "", visit.given("page")),
                        "done",
                        done,
                        "given",
                        code,
                        "n",
                        String.valueOf(outcome.coded()),
                        "left",
                        String.valueOf(outcome.left())),
                HttpStatus.SEE_OTHER);
    }

    /** What was done, for the page after it. */
    private static Optional<Message> notice(PageRequest visit) {
        return switch (visit.given("done")) {
            case "given" ->
                Optional.of(Message.of(
                        "web.review.give.done",
                        visit.given("given"),
                        number(visit.given("n"), 0),
                        number(visit.given("left"), 0)));
            case "undone" -> Optional.of(Message.of("web.lists.done.undo", number(visit.given("n"), 0)));
            default -> Optional.empty();
        };
    }

    private void also(Context context) {
        PageRequest visit = new PageRequest(context);
        Page page = visit.about("answers", visit.study(), visit.question(), studies, Message.of("web.section.answers"));
        List<String> words = search.alsoTry(
                visit.study(), new Scope(visit.question(), null), visit.given("search"), MAX_WORDS, Progress.NONE);
        views.show(context, "review/also", page, Map.of("words", words));
    }

    private static int number(String text, int usual) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : usual;
    }
}

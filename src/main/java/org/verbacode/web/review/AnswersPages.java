package org.verbacode.web.review;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.verbacode.search.Scope;
import org.verbacode.study.Message;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.review.AnswerList;
import org.verbacode.workflow.review.ListAnswers;
import org.verbacode.workflow.review.ReviewAnswers;
import org.verbacode.workflow.search.SearchAnswers;

/** The list of answers, with the filters of the review screen; each answer links to it. */
public final class AnswersPages implements Pages {
    private static final int MAX_WORDS = 6;

    private final Views views;
    private final ListAnswers lists;
    private final SearchAnswers search;
    private final QueueParameters places;
    private final ListStudies studies;

    public AnswersPages(
            Views views, Workspace workspace, ReviewAnswers review, ListAnswers lists, SearchAnswers search) {
        this.views = views;
        this.lists = lists;
        this.search = search;
        this.places = new QueueParameters(review);
        this.studies = new ListStudies(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/answers", this::show);
        routes.get("/answers/also", this::also);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        if (visit.coder().isEmpty()) {
            context.redirect(Links.to("/coder", "back", visit.address()), HttpStatus.SEE_OTHER);
            return;
        }
        AnswerList list = lists.run(places.listed(visit), number(visit.given("page")));
        Page page = visit.about("answers", visit.study(), visit.question(), studies, Message.of("web.section.answers"));
        views.show(context, "review/answers", page, Map.of("view", new AnswersView(page, list)));
    }

    private void also(Context context) {
        PageRequest visit = new PageRequest(context);
        Page page = visit.about("answers", visit.study(), visit.question(), studies, Message.of("web.section.answers"));
        List<String> words = search.alsoTry(
                visit.study(), new Scope(visit.question(), null), visit.given("search"), MAX_WORDS, Progress.NONE);
        views.show(context, "review/also", page, Map.of("words", words));
    }

    private static int number(String page) {
        return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    }
}

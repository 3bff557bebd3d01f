package org.verbacode.web.review;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
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
import org.verbacode.workflow.review.AssistCoder;
import org.verbacode.workflow.review.ReviewAnswers;
import org.verbacode.workflow.review.ReviewAnswers.Ending;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewScreen;

/** The review screen: every act is stored, then the changed parts of the screen are returned. */
public final class ReviewPages implements Pages {
    private final Views views;
    private final ReviewAnswers review;
    private final AssistCoder assistance;
    private final QueueParameters places;
    private final ListStudies studies;

    public ReviewPages(Views views, Workspace workspace, ReviewAnswers review, AssistCoder assistance) {
        this.views = views;
        this.review = review;
        this.assistance = assistance;
        this.places = new QueueParameters(review);
        this.studies = new ListStudies(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/review", this::open);
        routes.get("/review/assistance", this::assist);
        routes.post("/review/attributes", this::attributes);
        routes.post("/review/{act}", this::act);
    }

    private void open(Context context) {
        PageRequest visit = new PageRequest(context);
        if (visit.coder().isEmpty()) {
            context.redirect(Links.to("/coder", "back", visit.address()), HttpStatus.SEE_OTHER);
            return;
        }
        Place place = places.asked(visit);
        show(context, visit, "review/review", review.open(place, answer(visit).orElse(null)), Map.of());
    }

    private void act(Context context) {
        PageRequest visit = new PageRequest(context);
        Place place = places.asked(visit).with(visit.sent());
        @Nullable AnswerId answer = answer(visit).orElse(null);
        long begun = System.nanoTime();
        ReviewScreen screen =
                switch (context.pathParam("act")) {
                    case "undo" -> review.undo(place, answer);
                    case "redo" -> review.redo(place, answer);
                    default -> actOn(context.pathParam("act"), place, needed(answer), visit.given("value"));
                };
        if (visit.wantsPart()) {
            long stored = System.nanoTime();
            show(context, visit, "review/screen", screen, Map.of("palette", palette(context)));
            context.header(
                    "Server-Timing", timing("act", begun, stored) + ", " + timing("draw", stored, System.nanoTime()));
        } else {
            context.redirect(addressOf(screen), HttpStatus.SEE_OTHER);
        }
    }

    /** A duration as the browser's tools show it. */
    private static String timing(String name, long from, long to) {
        return String.format(Locale.ROOT, "%s;dur=%.1f", name, (to - from) / 1e6);
    }

    private ReviewScreen actOn(String act, Place place, AnswerId answer, String value) {
        return switch (act) {
            case "toggle" -> review.toggle(place, answer, new CodeId(value));
            case "create" -> review.create(place, answer, value);
            case "finish" -> review.finish(place, answer, Ending.TICKED);
            case "doubt" -> review.finish(place, answer, Ending.TICKED_WITH_DOUBT);
            case "none" -> review.finish(place, answer, Ending.NONE);
            case "note" -> review.note(place, answer, value);
            case "show" -> review.show(place, answer(value).orElse(answer));
            default -> throw new RefusedException(Message.of("web.error.missing.sentence"));
        };
    }

    private void assist(Context context) {
        PageRequest visit = new PageRequest(context);
        AssistCoder.Assistance found =
                assistance.with(places.asked(visit), needed(answer(visit).orElse(null)));
        views.show(context, "review/assistance", visit.page("section.review"), Map.of("assistance", found));
    }

    private void attributes(Context context) {
        PageRequest visit = new PageRequest(context);
        Map<String, String> attributes =
                review.attributes(places.asked(visit), needed(answer(visit).orElse(null)));
        views.show(context, "review/attributes", visit.page("section.review"), Map.of("attributes", attributes));
    }

    /** The palette that the browser has; empty if it does not say. */
    private static String palette(Context context) {
        String palette = context.header("X-Palette");
        return palette == null ? "" : palette;
    }

    private void show(
            Context context, PageRequest visit, String template, ReviewScreen screen, Map<String, Object> more) {
        Place place = screen.place();
        Page page = visit.about("review", place.study(), place.question(), studies, Message.of("web.section.review"));
        Map<String, Object> data = new HashMap<>(more);
        data.put("view", new ReviewView(page, screen));
        views.show(context, template, page, data);
    }

    private static String addressOf(ReviewScreen screen) {
        ReviewScreen.Shown shown = screen.shown();
        return ReviewView.address(
                screen.place(), shown == null ? "" : shown.answer().id().value());
    }

    private static Optional<AnswerId> answer(PageRequest visit) {
        return answer(visit.given("answer"));
    }

    private static Optional<AnswerId> answer(String id) {
        return id.isBlank() ? Optional.empty() : Optional.of(PageRequest.answer(id));
    }

    private static AnswerId needed(@Nullable AnswerId answer) {
        if (answer == null) {
            throw new RefusedException(Message.of("workflow.answer.unknown"));
        }
        return answer;
    }
}

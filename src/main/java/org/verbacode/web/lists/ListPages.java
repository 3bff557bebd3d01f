package org.verbacode.web.lists;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.lists.ListsView.Kind;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.lists.CodeTogether;
import org.verbacode.workflow.lists.ListManyAnswers;
import org.verbacode.workflow.lists.ListPlace;
import org.verbacode.workflow.model.LiveModels;

/** The lists of answers that are coded together. */
public final class ListPages implements Pages {
    /** What an act can be, for the sentence that the page after it shows. */
    private static final Set<String> ACTS = Set.of("take", "refuse", "code", "none", "undo", "redo");

    private final Views views;
    private final ListStudies studies;
    private final ListManyAnswers lists;
    private final CodeTogether together;

    public ListPages(Views views, Workspace workspace, LiveModels live) {
        this.views = views;
        this.studies = new ListStudies(workspace);
        this.lists = new ListManyAnswers(workspace, live);
        this.together = new CodeTogether(workspace, live);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/lists", this::show);
        routes.post("/lists/decide", this::decide);
        routes.post("/lists/together", this::codeTogether);
        routes.post("/lists/undo", context -> {
            ListParameters asked = new ListParameters(context);
            back(context, asked, "undo", new CodeTogether.Outcome(together.undo(asked.acting()), 0));
        });
        routes.post("/lists/redo", context -> {
            ListParameters asked = new ListParameters(context);
            back(context, asked, "redo", new CodeTogether.Outcome(together.redo(asked.acting()), 0));
        });
    }

    private void show(Context context) {
        ListParameters asked = new ListParameters(context);
        asked.asked().ifPresent(place -> show(context, asked, place));
    }

    private void show(Context context, ListParameters asked, ListPlace place) {
        PageRequest visit = asked.visit();
        Kind kind = Kind.of(visit.given("list"));
        Page page = visit.about("answers", place.study(), place.question(), studies, Message.of("web.lists.title"));
        ListsView view = new ListsView(page, kind, asked.wave(), notice(visit));
        Map<String, Object> values = new LinkedHashMap<>(Map.of("view", view));
        String group = visit.given("group");
        String template =
                switch (kind) {
                    case CODE -> {
                        values.put("list", lists.proposals(place, asked.code(), asked.wave(), asked.page()));
                        yield "lists/proposals";
                    }
                    case IDENTICAL -> {
                        if (group.isEmpty()) {
                            values.put("list", lists.identical(place, asked.page()));
                            yield "lists/identical";
                        }
                        values.put("shown", lists.group(place, PageRequest.answer(group)));
                        yield "lists/group";
                    }
                    case EMPTY -> {
                        values.put("groups", lists.withoutContent(place));
                        yield "lists/empty";
                    }
                    case DIFFERENCES -> {
                        values.put("list", lists.differences(place, asked.page()));
                        yield "lists/differences";
                    }
                };
        views.show(context, template, page, values);
    }

    private static @Nullable Message notice(PageRequest visit) {
        String done = visit.given("done");
        return ACTS.contains(done)
                ? Message.of("web.lists.done." + done, number(visit.given("n")), number(visit.given("left")))
                : null;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** The button says what is done with the ticked answers, or with one: "take", "refuse", "take:id", "refuse:id". */
    private void decide(Context context) {
        ListParameters asked = new ListParameters(context);
        ListPlace place = asked.acting();
        CodeId code = asked.code();
        String[] act = asked.visit().given("act").split(":", 2);
        if (code == null || !Set.of("take", "refuse").contains(act[0])) {
            throw new RefusedException(Message.of("web.error.missing.sentence"));
        }
        List<AnswerId> answers = act.length == 2
                ? List.of(PageRequest.answer(act[1]))
                : asked.visit().answers("answer");
        Verdict verdict = act[0].equals("take") ? Verdict.APPLIES : Verdict.DOES_NOT_APPLY;
        boolean finish = !asked.visit().given("finish").isEmpty();
        back(context, asked, act[0], together.decide(place, code, verdict, answers, finish));
    }

    private void codeTogether(Context context) {
        ListParameters asked = new ListParameters(context);
        ListPlace place = asked.acting();
        String act = asked.visit().given("act");
        List<CodeId> codes = asked.codes("code");
        if (!Set.of("code", "none").contains(act)) {
            throw new RefusedException(Message.of("web.error.missing.sentence"));
        }
        if (act.equals("code") && codes.isEmpty()) {
            throw new RefusedException(Message.of("web.lists.codes.missing"));
        }
        Set<CodeId> applied = act.equals("none") ? Set.of() : new LinkedHashSet<>(codes);
        back(context, asked, act, together.finish(place, applied, asked.visit().answers("group")));
    }

    /** Back to the list, which says what was done. */
    private static void back(Context context, ListParameters asked, String done, CodeTogether.Outcome outcome) {
        PageRequest visit = asked.visit();
        Kind kind = Kind.of(visit.given("list"));
        context.redirect(
                Links.to(
                        "/lists",
                        "study",
                        visit.study().value(),
                        "question",
                        visit.question().value(),
                        "list",
                        kind.parameter(),
                        "code",
                        kind == Kind.CODE ? visit.given("code") : "",
                        "wave",
                        visit.given("wave"),
                        "done",
                        done,
                        "n",
                        String.valueOf(outcome.coded()),
                        "left",
                        String.valueOf(outcome.left())),
                HttpStatus.SEE_OTHER);
    }
}

package org.verbacode.web.coders;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.EventId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.EditTeam;
import org.verbacode.workflow.coders.ReplyToDoubts;
import org.verbacode.workflow.coders.ReplyToDoubts.Doubt;
import org.verbacode.workflow.coders.ReplyToDoubts.Part;

/** The page of doubts and notes ({@code /doubts}), with the replies of who leads. */
public final class DoubtPages implements Pages {
    private final Views views;
    private final Workspace workspace;
    private final ListStudies studies;
    private final ReplyToDoubts doubts;

    public DoubtPages(Views views, Workspace workspace) {
        this.views = views;
        this.workspace = workspace;
        this.studies = new ListStudies(workspace);
        this.doubts = new ReplyToDoubts(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/doubts", this::show);
        routes.post("/doubts/reply", this::reply);
        routes.post("/doubts/read", this::read);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        if (visit.coder().isEmpty()) {
            context.redirect(Links.to("/coder", "back", visit.address()), HttpStatus.SEE_OTHER);
            return;
        }
        Page page = visit.about("team", visit.study(), visit.question(), studies, Message.of("web.coders.doubts"));
        CoderName coder = visit.coder().get();
        List<Doubt> visible = doubts.list(visit.study(), visit.question(), coder);
        Optional<Part> part = part(visit);
        views.show(
                context,
                "coders/doubts",
                page,
                Map.of(
                        "doubts",
                        part.map(of -> of.of(coder, visible)).orElse(visible),
                        "part",
                        part.map(DoubtPages::name).orElse(""),
                        "leads",
                        new EditTeam(workspace).mayLead(visit.study(), visit.coder())));
    }

    /** Which of the visitor's own are asked for; empty for all that the visitor may see. */
    private static Optional<Part> part(PageRequest visit) {
        return Arrays.stream(Part.values())
                .filter(part -> name(part).equals(visit.given("part")))
                .findFirst();
    }

    /** The name of a part in addresses and labels. */
    public static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private static CoderName visitor(PageRequest visit) {
        return visit.coder().orElseThrow(() -> new RefusedException(Message.of("web.review.coder")));
    }

    private void reply(Context context) {
        PageRequest visit = new PageRequest(context);
        doubts.reply(
                visit.study(),
                PageRequest.answer(visit.needed("answer")),
                new CoderName(visit.needed("to")),
                visitor(visit),
                visit.given("text"));
        back(context, visit);
    }

    private void read(Context context) {
        PageRequest visit = new PageRequest(context);
        try {
            doubts.read(new EventId(visit.needed("reply")), visitor(visit));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Message.of("web.error.missing.sentence"), e);
        }
        back(context, visit);
    }

    private static void back(Context context, PageRequest visit) {
        context.redirect(
                Links.to(
                        "/doubts",
                        "study",
                        visit.study().value(),
                        "question",
                        visit.question().value(),
                        "part",
                        part(visit).map(DoubtPages::name).orElse("")),
                HttpStatus.SEE_OTHER);
    }
}

package org.verbacode.web.coders;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
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
import org.verbacode.workflow.coders.ReadCorrections;

/** How the agreed codings differ from the visitor's ({@code /corrections}), marked as read once they are. */
public final class CorrectionPages implements Pages {
    private final Views views;
    private final ListStudies studies;
    private final ReadCorrections corrections;

    public CorrectionPages(Views views, Workspace workspace) {
        this.views = views;
        this.studies = new ListStudies(workspace);
        this.corrections = new ReadCorrections(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/corrections", this::show);
        routes.post("/corrections/read", this::read);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        if (visit.coder().isEmpty()) {
            context.redirect(Links.to("/coder", "back", visit.address()), HttpStatus.SEE_OTHER);
            return;
        }
        Page page = visit.about("team", visit.study(), visit.question(), studies, Message.of("web.coders.corrections"));
        CorrectionsView view = new CorrectionsView(
                page,
                corrections.list(visit.study(), visit.question(), visit.coder().get()));
        views.show(context, "coders/corrections", page, Map.of("view", view));
    }

    private void read(Context context) {
        PageRequest visit = new PageRequest(context);
        CoderName coder = visit.coder().orElseThrow(() -> new RefusedException(Message.of("web.review.coder")));
        studies.question(visit.study(), visit.question());
        try {
            corrections.markRead(visit.study(), visit.question(), coder, new EventId(visit.needed("shown")));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Message.of("web.error.missing.sentence"), e);
        }
        context.redirect(
                Links.to(
                        "/corrections",
                        "study",
                        visit.study().value(),
                        "question",
                        visit.question().value()),
                HttpStatus.SEE_OTHER);
    }
}

package org.verbacode.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** The studies of the workspace, and where to begin when there are none. */
final class HomePages implements Pages {
    private final Views views;
    private final ListStudies studies;

    HomePages(Views views, Workspace workspace) {
        this.views = views;
        this.studies = new ListStudies(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::show);
    }

    private void show(Context context) {
        views.show(context, "home", new Visit(context).page("home.title"), Map.of("studies", studies.all()));
    }
}

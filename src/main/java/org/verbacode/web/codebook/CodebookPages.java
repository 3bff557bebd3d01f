package org.verbacode.web.codebook;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.EditCodebook;

/** The codebook page ({@code /codebook}): reading, editing, earlier versions. */
public final class CodebookPages implements Pages {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Views views;
    private final EditCodebook codebooks;
    private final ListStudies studies;

    public CodebookPages(Views views, Workspace workspace) {
        this.views = views;
        this.codebooks = new EditCodebook(workspace);
        this.studies = new ListStudies(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/codebook", this::show);
        routes.post("/codebook/add", this::add);
        routes.post("/codebook/change", this::change);
        routes.post("/codebook/retire", this::retire);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        Page page = visit.about("codebook", study, question, studies, Message.of("web.section.codebook"));
        Codebook current = codebooks.current(study, question);
        String asked = visit.given("version");
        Codebook shown =
                asked.matches("[0-9]{1,6}") ? codebooks.version(study, question, Integer.parseInt(asked)) : current;
        views.show(context, "codebook/codebook", page, Map.of("codebook", shown, "latest", current.version()));
    }

    private void add(Context context) {
        PageRequest visit = new PageRequest(context);
        studies.question(visit.study(), visit.question());
        codebooks.add(visit.study(), visit.question(), visit.given("name"));
        back(context, visit);
    }

    private void change(Context context) {
        PageRequest visit = new PageRequest(context);
        String colour = visit.given("colour").strip();
        if (!colour.isEmpty() && !COLOUR.matcher(colour).matches()) {
            throw new RefusedException(Message.of("web.codebook.colour.wrong", colour));
        }
        codebooks.change(
                visit.study(),
                visit.question(),
                new Code(
                        id(visit),
                        visit.given("name"),
                        orNull(visit.given("theme").strip()),
                        visit.given("definition").strip(),
                        visit.given("include").strip(),
                        visit.given("exclude").strip(),
                        visit.given("examples").strip(),
                        orNull(colour)));
        back(context, visit);
    }

    private void retire(Context context) {
        PageRequest visit = new PageRequest(context);
        codebooks.retire(visit.study(), visit.question(), id(visit));
        back(context, visit);
    }

    private static CodeId id(PageRequest visit) {
        return new CodeId(visit.needed("id"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void back(Context context, PageRequest visit) {
        context.redirect(
                Links.to(
                        "/codebook",
                        "study",
                        visit.study().value(),
                        "question",
                        visit.question().value()),
                HttpStatus.SEE_OTHER);
    }
}

package org.verbacode.web;

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
import org.verbacode.workflow.EditCodebook;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** The codebook of a question: to read, to change, and every earlier version. */
final class CodebookPages implements Pages {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Views views;
    private final EditCodebook codebooks;
    private final ListStudies studies;

    CodebookPages(Views views, Workspace workspace) {
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
        Visit visit = new Visit(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        Page page = visit.about("codebook", study, question, studies, Message.of("web.section.codebook"));
        Codebook current = codebooks.current(study, question);
        String asked = visit.given("version");
        Codebook shown =
                asked.matches("[0-9]{1,6}") ? codebooks.version(study, question, Integer.parseInt(asked)) : current;
        views.show(context, "codebook", page, Map.of("codebook", shown, "latest", current.version()));
    }

    private void add(Context context) {
        Visit visit = new Visit(context);
        studies.question(visit.study(), visit.question());
        codebooks.add(visit.study(), visit.question(), visit.given("name"));
        back(context, visit);
    }

    private void change(Context context) {
        Visit visit = new Visit(context);
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
        Visit visit = new Visit(context);
        codebooks.retire(visit.study(), visit.question(), id(visit));
        back(context, visit);
    }

    private static CodeId id(Visit visit) {
        return new CodeId(visit.needed("id"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void back(Context context, Visit visit) {
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

package org.verbacode.web.codebook;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StaleException;
import org.verbacode.study.StudyName;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.ApplyChange;
import org.verbacode.workflow.codebook.CodeUse;
import org.verbacode.workflow.codebook.CodebookChange;
import org.verbacode.workflow.codebook.CodebookHistory;
import org.verbacode.workflow.codebook.EditCodebook;
import org.verbacode.workflow.codebook.PlanChange;
import org.verbacode.workflow.codebook.PlanReturn;
import org.verbacode.workflow.coders.OpenRounds;

/**
 * The codebook page ({@code /codebook}): reading, changes with a preview, history, and the answers behind a code.
 */
public final class CodebookPages implements Pages {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Views views;
    private final Workspace workspace;
    private final EditCodebook codebooks;
    private final ListStudies studies;

    public CodebookPages(Views views, Workspace workspace) {
        this.views = views;
        this.workspace = workspace;
        this.codebooks = new EditCodebook(workspace);
        this.studies = new ListStudies(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/codebook", this::show);
        routes.get("/codebook/history", this::history);
        routes.get("/codebook/code", this::code);
        routes.get("/codebook/change", this::preview);
        routes.post("/codebook/change", this::change);
        routes.post("/codebook/add", context -> apply(context, "add"));
        routes.post("/codebook/move", context -> apply(context, "move"));
    }

    private Page page(PageRequest visit, String title) {
        return visit.about("codebook", visit.study(), visit.question(), studies, Message.of(title));
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        Page page = page(visit, "web.section.codebook");
        Codebook current = codebooks.current(study, question);
        String asked = visit.given("version");
        Codebook shown =
                asked.matches("[0-9]{1,6}") ? codebooks.version(study, question, Integer.parseInt(asked)) : current;
        CodebookView view = new CodebookView(
                page, shown, current.version(), new CodeUse(workspace).of(study, question), visit.given("done"));
        views.show(context, "codebook/codebook", page, Map.of("view", view));
    }

    private void history(Context context) {
        PageRequest visit = new PageRequest(context);
        Page page = page(visit, "web.codebook.history");
        List<CodebookHistory.Step> steps = new CodebookHistory(workspace).of(visit.study(), visit.question());
        views.show(context, "codebook/history", page, Map.of("steps", steps));
    }

    private void code(Context context) {
        PageRequest visit = new PageRequest(context);
        Page page = page(visit, "web.codebook.answers");
        Code code = named(visit);
        Set<AnswerId> hidden =
                OpenRounds.of(workspace, visit.study(), visit.question()).answers();
        CodeUse uses = new CodeUse(workspace);
        int defined = new CodebookHistory(workspace).definedIn(visit.study(), visit.question(), code.id());
        views.show(
                context,
                "codebook/code",
                page,
                Map.of(
                        "code",
                        code,
                        "uses",
                        uses.answers(visit.study(), visit.question(), code.id(), hidden),
                        "open",
                        uses.notConsidered(visit.study(), visit.question(), code.id()),
                        "reconsider",
                        defined > 1));
    }

    private Code named(PageRequest visit) {
        return codebooks
                .current(visit.study(), visit.question())
                .byId(id(visit))
                .orElseThrow(() -> new RefusedException(Message.of("workflow.model.code.unknown")));
    }

    private void preview(Context context) {
        PageRequest visit = new PageRequest(context);
        Page page = page(visit, "web.codebook.preview");
        CodebookChange change = plan(context, visit, visit.needed("kind"));
        views.show(context, "codebook/preview", page, Map.of("change", change, "fields", context.queryParamMap()));
    }

    private void change(Context context) {
        apply(context, new PageRequest(context).needed("kind"));
    }

    private void apply(Context context, String kind) {
        PageRequest visit = new PageRequest(context);
        if (kind.equals("add")) {
            codebooks.add(visit.study(), visit.question(), visit.needed("name"), author(visit));
            back(context, visit, "");
            return;
        }
        CodebookChange change = plan(context, visit, kind);
        String from = visit.given("from");
        if (!from.isBlank() && !from.equals(String.valueOf(change.from()))) {
            throw new StaleException(Message.of("workflow.codebook.plan.stale"));
        }
        new ApplyChange(workspace).run(change, author(visit));
        back(context, visit, kind);
    }

    private static String author(PageRequest visit) {
        return visit.coder().map(CoderName::value).orElse("");
    }

    private CodebookChange plan(Context context, PageRequest visit, String kind) {
        PlanChange changes = new PlanChange(workspace, visit.study(), visit.question());
        PlanReturn returns = new PlanReturn(workspace, visit.study(), visit.question());
        return switch (kind) {
            case "edit" -> changes.edit(edited(visit));
            case "example" -> changes.example(id(visit), PageRequest.answer(visit.needed("answer")));
            case "rename" -> changes.rename(named(visit).name(), visit.needed("name"));
            case "merge" -> changes.merge(names(context, visit), visit.needed("into"));
            case "split" ->
                changes.split(
                        named(visit).name(),
                        Arrays.stream(visit.needed("into").split("\\R", -1))
                                .filter(name -> !name.isBlank())
                                .toList());
            case "move" ->
                changes.move(
                        named(visit).name(),
                        context.formParamMap().containsKey("theme") ? visit.given("theme") : null,
                        before(visit).map(Code::name).orElse(null));
            case "retire" -> changes.retire(named(visit).name());
            case "restore" -> returns.restore(visit.needed("name"));
            case "undo" -> returns.undo();
            default -> throw new RefusedException(Message.of("web.error.missing.sentence"));
        };
    }

    /** The names of the codes of a merge: the one whose form it is and those chosen. */
    private List<String> names(Context context, PageRequest visit) {
        Codebook current = codebooks.current(visit.study(), visit.question());
        List<String> ids =
                context.queryParams("code").isEmpty() ? context.formParams("code") : context.queryParams("code");
        return ids.stream()
                .flatMap(id -> current.byId(new CodeId(id)).stream())
                .map(Code::name)
                .toList();
    }

    private Optional<Code> before(PageRequest visit) {
        String before = visit.given("before");
        return before.isBlank() || before.equals("end")
                ? Optional.empty()
                : codebooks.current(visit.study(), visit.question()).byId(new CodeId(before));
    }

    private static Code edited(PageRequest visit) {
        String colour = visit.given("colour").strip();
        if (!colour.isEmpty() && !COLOUR.matcher(colour).matches()) {
            throw new RefusedException(Message.of("web.codebook.colour.wrong", colour));
        }
        return new Code(
                id(visit),
                visit.given("name"),
                orNull(visit.given("theme").strip()),
                visit.given("definition").strip(),
                visit.given("include").strip(),
                visit.given("exclude").strip(),
                visit.given("examples").strip(),
                orNull(colour));
    }

    private static CodeId id(PageRequest visit) {
        return new CodeId(visit.needed("id"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void back(Context context, PageRequest visit, String done) {
        context.redirect(
                Links.to(
                                "/codebook",
                                "study",
                                visit.study().value(),
                                "question",
                                visit.question().value(),
                                "done",
                                done)
                        + (visit.given("id").isBlank() ? "" : "#c-" + visit.given("id")),
                HttpStatus.SEE_OTHER);
    }
}

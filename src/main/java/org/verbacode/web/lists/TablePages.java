package org.verbacode.web.lists;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.exchange.Json;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.lists.AnswerTable;
import org.verbacode.workflow.lists.EditTable;
import org.verbacode.workflow.lists.ListPlace;
import org.verbacode.workflow.lists.TableRow;
import org.verbacode.workflow.model.LiveModels;

/** The table of answers and codes. The page holds the columns; its script asks for the rows and sends each change. */
public final class TablePages implements Pages {
    /** Answers whose suggestions are asked for at once: more than a window shows. */
    private static final int MAX_ANSWERS = 500;

    private static final Set<String> ENDINGS = Set.of("ticked", "doubt", "none", "reopened");

    private final Views views;
    private final ListStudies studies;
    private final AnswerTable table;
    private final EditTable edit;

    public TablePages(Views views, Workspace workspace, LiveModels live) {
        this.views = views;
        this.studies = new ListStudies(workspace);
        this.table = new AnswerTable(workspace, live);
        this.edit = new EditTable(workspace, live);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/table", this::show);
        routes.get("/table/rows", this::rows);
        routes.post("/table/attributes", context -> {
            ListPlace place = new ListParameters(context).acting();
            send(context, TableView.attributes(table.attributes(place)));
        });
        routes.post("/table/suggestions", this::suggestions);
        routes.post("/table/decide", this::decide);
        routes.post("/table/finish", this::finish);
        routes.post("/table/undo", context -> restored(context, true));
        routes.post("/table/redo", context -> restored(context, false));
    }

    private void show(Context context) {
        ListParameters asked = new ListParameters(context);
        asked.asked().ifPresent(place -> {
            Page page = page(asked.visit());
            views.show(context, "lists/table", page, Map.of("view", new TableView(page, table.content(place))));
        });
    }

    private Page page(PageRequest visit) {
        return visit.about("answers", visit.study(), visit.question(), studies, Message.of("web.lists.table.title"));
    }

    private void rows(Context context) {
        ListParameters asked = new ListParameters(context);
        ListPlace place = asked.acting();
        String coder = asked.visit().given("coder");
        CoderName shown = coder.isBlank() ? place.coder() : new CoderName(coder);
        send(context, TableView.json(page(asked.visit()), table.rows(place, shown)));
    }

    private void suggestions(Context context) {
        ListParameters asked = new ListParameters(context);
        List<AnswerId> answers = asked.visit().answers("answer");
        if (answers.size() > MAX_ANSWERS) {
            throw new RefusedException(Message.of("web.error.missing.sentence"));
        }
        send(context, TableView.json(table.suggested(asked.acting(), answers)));
    }

    private void decide(Context context) {
        ListParameters asked = new ListParameters(context);
        CodeId code = asked.code();
        String applies = asked.visit().given("applies");
        if (code == null || !Set.of("true", "false").contains(applies)) {
            throw new RefusedException(Message.of("web.error.missing.sentence"));
        }
        sendRows(
                context,
                List.of(edit.decide(
                        asked.acting(),
                        PageRequest.answer(asked.visit().given("answer")),
                        code,
                        applies.equals("true"))));
    }

    private void finish(Context context) {
        ListParameters asked = new ListParameters(context);
        String ending = asked.visit().given("ending");
        if (!ENDINGS.contains(ending)) {
            throw new RefusedException(Message.of("web.error.missing.sentence"));
        }
        sendRows(
                context,
                List.of(edit.finish(
                        asked.acting(),
                        PageRequest.answer(asked.visit().given("answer")),
                        EditTable.Ending.valueOf(ending.toUpperCase(Locale.ROOT)))));
    }

    private void restored(Context context, boolean undo) {
        ListPlace place = new ListParameters(context).acting();
        sendRows(context, undo ? edit.undo(place) : edit.redo(place));
    }

    private static void sendRows(Context context, List<TableRow> rows) {
        send(context, Map.of("rows", rows.stream().map(TableView::json).toList()));
    }

    private static void send(Context context, Object value) {
        context.contentType("application/json; charset=utf-8").result(Json.line(value));
    }
}

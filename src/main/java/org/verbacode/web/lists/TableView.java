package org.verbacode.web.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.study.AnswerId;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.lists.TableContent;
import org.verbacode.workflow.lists.TableRow;

/** The data of the table's template, and its rows as JSON values: lists instead of objects, since there are thousands. */
public record TableView(Page page, TableContent content) {
    /** States of a row, in the order of the filter. */
    private static final List<String> STATUSES = List.of("to_do", "begun", "finished", "doubt", "others");

    public List<String> statuses() {
        return STATUSES;
    }

    public String theme(String theme) {
        return theme.isEmpty() ? page.text("review.theme.none") : theme;
    }

    /** A code's name and definition. */
    public String title(Code code) {
        return code.definition().isBlank() ? code.name() : code.name() + " – " + code.definition();
    }

    /** The rows, and the other coders by name and label. */
    static Map<String, Object> json(Page page, TableContent.Rows rows) {
        List<List<String>> coders = new ArrayList<>();
        for (CoderName coder : rows.coders()) {
            coders.add(
                    List.of(coder.value(), coder.equals(CoderName.AGREED) ? page.text("lists.agreed") : coder.value()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("coders", coders);
        json.put("rows", rows.rows().stream().map(TableView::json).toList());
        return json;
    }

    /** Id, text, wave, one character for each code, status, number of other coders who have finished it, state. */
    static List<Object> json(TableRow row) {
        StringBuilder cells = new StringBuilder();
        row.cells().forEach(cell -> cells.append(sign(cell)));
        return List.of(
                row.answer().id().value(),
                row.answer().text(),
                row.answer().wave().value(),
                cells.toString(),
                row.progress().name().toLowerCase(Locale.ROOT),
                row.others(),
                row.state());
    }

    private static char sign(TableRow.Cell cell) {
        return switch (cell) {
            case NOT_CONSIDERED -> '.';
            case DOES_NOT_APPLY -> '0';
            case APPLIES -> '1';
            case HIDDEN -> '?';
        };
    }

    /** The suggested codes by answer. */
    static Map<String, Object> json(Map<AnswerId, List<CodeId>> suggested) {
        Map<String, Object> json = new LinkedHashMap<>();
        suggested.forEach((answer, codes) ->
                json.put(answer.value(), codes.stream().map(CodeId::value).toList()));
        return json;
    }

    /** The attributes by answer. */
    static Map<String, Object> attributes(Map<AnswerId, Map<String, String>> attributes) {
        Map<String, Object> json = new LinkedHashMap<>();
        attributes.forEach((answer, values) -> json.put(answer.value(), values));
        return json;
    }
}

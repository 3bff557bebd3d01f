package org.verbacode.exchange.survey;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.Formulas;
import org.verbacode.study.Message;

/** Cleans the cells of a record, or reports why they cannot be used. */
final class CellCheck {
    /** Characters of a cell at most; Excel's limit is 32,767. */
    static final int MAX_CELL_CHARS = 100_000;

    private final List<String> headers;
    private final boolean sound;

    /** @param sound whether the encoding of the file is known to be right */
    CellCheck(List<String> headers, boolean sound) {
        this.headers = headers;
        this.sound = sound;
    }

    Row row(long number, List<String> raw) {
        List<String> cells = new ArrayList<>(raw);
        // Spreadsheets may end a line with a separator, which is no further column.
        while (cells.size() > headers.size() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        if (cells.size() != headers.size()) {
            return new Row(
                    number,
                    cells,
                    new Row.Problem("", Message.of("exchange.row.ragged", cells.size(), headers.size())));
        }
        Row.Problem problem = null;
        for (int column = 0; column < cells.size() && problem == null; column++) {
            String cell = cells.get(column);
            Message reason = wrongWith(cell);
            problem = reason == null ? null : new Row.Problem(headers.get(column), reason);
            cells.set(column, Formulas.restored(cell.replace("\r\n", "\n")));
        }
        return new Row(number, cells, problem);
    }

    private @Nullable Message wrongWith(String cell) {
        if (cell.length() > MAX_CELL_CHARS) {
            return Message.of("exchange.cell.long", cell.length(), MAX_CELL_CHARS);
        }
        if (cell.indexOf('\0') >= 0) {
            return Message.of("exchange.cell.zero");
        }
        return !sound && cell.indexOf('\uFFFD') >= 0 ? Message.of("exchange.cell.damaged") : null;
    }
}

package org.verbacode.exchange.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.RefusedException;

/** The records after the header: empty ones are skipped, unusable ones carry their problem. */
final class CheckedRows implements TableReader {
    private final RawRows rows;
    private final CellCheck check;
    private final SurveyTool tool;
    private long number = 1;

    CheckedRows(RawRows rows, CellCheck check, SurveyTool tool) {
        this.rows = rows;
        this.check = check;
        this.tool = tool;
        for (int line = 0; line < tool.headerRows(); line++) {
            rows.next();
        }
        number = tool.headerRows();
    }

    @Override
    public @Nullable Row next() {
        try {
            for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
                number++;
                if (!cells.stream().allMatch(String::isBlank)) {
                    return tool.tidy(check.row(number, cells));
                }
            }
            return null;
        } catch (RefusedException e) {
            number++;
            return new Row(number, List.of(), new Row.Problem("", e.sentence()));
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}

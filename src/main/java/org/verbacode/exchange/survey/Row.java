package org.verbacode.exchange.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;

/**
 * One record of a table.
 *
 * @param number the record's number in the file, the header being row 1
 * @param cells as many as there are headers, unless there is a problem
 * @param problem why the record cannot be used, or null
 */
public record Row(long number, List<String> cells, @Nullable Problem problem) {

    /**
     * A problem of a record.
     *
     * @param column the column's name, or empty for the whole record
     * @param reason what is wrong and what to do
     */
    public record Problem(String column, Message reason) {}

    public Row {
        cells = List.copyOf(cells);
    }
}

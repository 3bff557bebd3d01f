package org.verbacode.workflow;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.TableReader;

/** The rows of a reader as an iterator with one row of lookahead. */
public final class RowIterator implements Iterator<Row> {
    private final TableReader reader;
    private @Nullable Row ahead;

    public RowIterator(TableReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = reader.next();
        }
        return ahead != null;
    }

    @Override
    public Row next() {
        Row row = peek();
        ahead = null;
        return row;
    }

    /** The next row, without consuming it. */
    public Row peek() {
        Row row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        return row;
    }
}

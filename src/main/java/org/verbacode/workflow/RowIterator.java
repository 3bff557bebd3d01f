package org.verbacode.workflow;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.TableReader;

/** The rows of a reader, the next one fetched when somebody asks whether there is one. */
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

    /** The one that will come next. */
    public Row peek() {
        Row row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        return row;
    }
}

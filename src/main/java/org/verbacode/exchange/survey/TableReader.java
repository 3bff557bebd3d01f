package org.verbacode.exchange.survey;

import org.jspecify.annotations.Nullable;

/** Reads a table one record at a time, however long it is. */
public interface TableReader extends AutoCloseable {
    /** The next record that is not empty, sound or with its problem; null at the end. */
    @Nullable
    Row next();

    @Override
    void close();
}

package org.verbacode.exchange.survey;

import org.jspecify.annotations.Nullable;

/** Reads a table one record at a time. */
public interface TableReader extends AutoCloseable {
    /** The next non-empty record, possibly with a problem; null at the end. */
    @Nullable
    Row next();

    @Override
    void close();
}

package org.verbacode.exchange.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.RefusedException;

/** The raw records of a file, header included. */
interface RawRows extends AutoCloseable {
    /**
     * The next record; null at the end.
     *
     * @throws RefusedException if the file cannot be read any further; the next call then returns null
     */
    @Nullable
    List<String> next();

    @Override
    void close();
}

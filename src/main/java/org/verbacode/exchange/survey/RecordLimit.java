package org.verbacode.exchange.survey;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Limits the length of a record, which an unclosed quotation mark would extend to the end of the file. */
final class RecordLimit extends FilterReader {
    /** Characters of a record at most. */
    private static final long MAX_CHARS = 16L << 20;

    private long sinceRecord;

    RecordLimit(Reader in) {
        super(in);
    }

    /** Thrown when the limit is passed. */
    static final class PassedException extends IOException {
        private static final long serialVersionUID = 1L;

        PassedException() {
            super("a record of more than " + MAX_CHARS + " characters");
        }
    }

    /** Called at the end of each record. */
    void recordEnded() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        sinceRecord += Math.max(0, read);
        if (sinceRecord > MAX_CHARS) {
            throw new PassedException();
        }
    }
}

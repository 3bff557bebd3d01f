package org.verbacode.study;

import java.io.Serial;

/** A request about something that has changed since it was shown; nothing of the request was stored. */
public final class StaleException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StaleException(Message sentence) {
        super(sentence);
    }
}

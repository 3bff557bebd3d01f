package org.verbacode.study;

import java.io.Serial;
import java.util.Locale;

/**
 * Something the researcher asked for that cannot be done: what happened, where, and what to do. The command line prints
 * the sentence and exits with 1; the web shows it beside what was typed.
 */
public class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message sentence;

    public RefusedException(Message sentence) {
        super(sentence.in(Locale.FRENCH));
        this.sentence = sentence;
    }

    /** @param cause what the machine said, for the log; only the sentence is shown */
    public RefusedException(Message sentence, Throwable cause) {
        super(sentence.in(Locale.FRENCH), cause);
        this.sentence = sentence;
    }

    public Message sentence() {
        return sentence;
    }
}

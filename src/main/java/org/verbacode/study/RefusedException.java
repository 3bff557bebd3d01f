package org.verbacode.study;

import java.io.Serial;
import java.util.Locale;

/**
 * A request that cannot be fulfilled: what happened, where, and what to do. The command line prints the sentence and
 * exits with 1; the web shows it beside the form.
 */
public class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message sentence;

    public RefusedException(Message sentence) {
        super(sentence.in(Locale.FRENCH));
        this.sentence = sentence;
    }

    /** @param cause for the log; only the sentence is shown */
    public RefusedException(Message sentence, Throwable cause) {
        super(sentence.in(Locale.FRENCH), cause);
        this.sentence = sentence;
    }

    public Message sentence() {
        return sentence;
    }
}

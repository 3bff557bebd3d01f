package org.verbacode.cli.console;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.verbacode.study.Message;

/** The result of a command as one page for programs and one for people. */
public interface Report {
    /** The result as an object to be written as JSON. */
    Object json(Locale locale);

    /** Prints the result as text. */
    void print(Console console);

    /** A result with a short text. */
    static Report of(Map<String, ?> json, Consumer<Console> text) {
        return new Report() {
            @Override
            public Object json(Locale locale) {
                return json;
            }

            @Override
            public void print(Console console) {
                text.accept(console);
            }
        };
    }

    /** A result whose text is one sentence. */
    static Report of(Map<String, ?> json, Message sentence) {
        return of(json, console -> console.line(sentence));
    }
}

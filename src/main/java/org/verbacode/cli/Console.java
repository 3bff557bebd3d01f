package org.verbacode.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.verbacode.exchange.Json;
import org.verbacode.study.Message;
import picocli.CommandLine;

/** Where a command speaks: results to standard output, everything else to standard error, both in UTF-8. */
final class Console {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final Locale locale;
    private final boolean json;

    Console(Locale locale, boolean json) {
        this.locale = locale;
        this.json = json;
    }

    Locale locale() {
        return locale;
    }

    /** Whether the reader is a program that wants one JSON object. */
    boolean json() {
        return json;
    }

    /** Prints the object a program reads. */
    void json(Object object) {
        out.println(Json.write(object));
    }

    /** Prints a line of the result. */
    void line(String text) {
        out.println(text);
    }

    /** Prints a line of the result. */
    void line(Message text) {
        out.println(text.in(locale));
    }

    /** Tells the person something that is not part of the result. */
    void tell(Message sentence) {
        err.println(sentence.in(locale));
    }

    /** A moment in ISO 8601 as the reader's calendar and clock show it. */
    String moment(String iso) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(Instant.parse(iso));
    }

    /** A progress bar on a terminal (one that understands colours, as picocli finds out); nothing in a pipe. */
    TerminalProgress progress() {
        return new TerminalProgress(CommandLine.Help.Ansi.AUTO.enabled(), locale);
    }
}

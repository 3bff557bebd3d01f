package org.verbacode.cli.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.verbacode.exchange.Json;
import org.verbacode.study.Message;
import picocli.CommandLine;

/** Where a command speaks: results to standard output, everything else to standard error, both in UTF-8. */
public final class Console {
    /** What a terminal obeys instead of showing it, as the escape sequences in an answer; a tab only parts columns. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\\t]]+");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final Locale locale;
    private final boolean json;

    public Console(Locale locale, boolean json) {
        this.locale = locale;
        this.json = json;
    }

    public Locale locale() {
        return locale;
    }

    /** Prints a result in the format asked for. */
    public void print(Report report) {
        if (json) {
            out.println(Json.write(report.json(locale)));
        } else {
            report.print(this);
        }
    }

    /** Prints a line of the result. */
    public void line(String text) {
        out.println(harmless(text));
    }

    /** Prints a line of the result. */
    public void line(Message text) {
        out.println(said(text));
    }

    /** Tells the person something that is not part of the result. */
    public void tell(Message sentence) {
        err.println(said(sentence));
    }

    /** The sentence as it can be shown on a terminal. */
    String said(Message sentence) {
        return harmless(sentence.in(locale));
    }

    private static String harmless(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }

    /** A respondent's words on one line, without what parts columns. */
    public static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    /** A moment in ISO 8601 as the reader's calendar and clock show it. */
    public String moment(String iso) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(Instant.parse(iso));
    }

    /** A progress bar on a terminal (one that understands colours, as picocli finds out); nothing in a pipe. */
    public TerminalProgress progress() {
        return new TerminalProgress(CommandLine.Help.Ansi.AUTO.enabled(), this);
    }
}

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

/** Output of a command: results to standard output, everything else to standard error, both in UTF-8. */
public final class Console {
    /** Control characters other than tab, which a terminal would execute, such as escape sequences in an answer. */
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\\t]]+");

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
        out.println(withoutControlCharacters(text));
    }

    /** Prints a line of the result. */
    public void line(Message text) {
        out.println(printable(text));
    }

    /** Prints a message that is not part of the result. */
    public void tell(Message sentence) {
        err.println(printable(sentence));
    }

    /** The sentence in the reader's language, without control characters. */
    String printable(Message sentence) {
        return withoutControlCharacters(sentence.in(locale));
    }

    private static String withoutControlCharacters(String text) {
        return CONTROL_CHARACTERS.matcher(text).replaceAll(" ");
    }

    /** A respondent's text on one line, without tabs. */
    public static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    /** A moment in ISO 8601 in the reader's calendar and time zone. */
    public String moment(String iso) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(Instant.parse(iso));
    }

    /** A progress bar on a terminal (one with colours, as picocli detects); nothing in a pipe. */
    public TerminalProgress progress() {
        return new TerminalProgress(CommandLine.Help.Ansi.AUTO.enabled(), this);
    }
}

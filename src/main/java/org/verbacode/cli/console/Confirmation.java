package org.verbacode.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import org.verbacode.study.Message;

/** Asks before something is lost that cannot be brought back. */
public final class Confirmation {
    private static final Set<String> YES = Set.of("o", "oui", "y", "yes");

    private Confirmation() {}

    /** Whether the person at the terminal says yes; no answer, as at the end of a pipe, is a no. */
    public static boolean of(Message question, Console console) {
        console.tell(question);
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line != null && YES.contains(line.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the answer", e);
        }
    }
}

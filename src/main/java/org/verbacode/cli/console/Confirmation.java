package org.verbacode.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import org.verbacode.study.Message;

/** Asks for confirmation before something is lost for good. */
public final class Confirmation {
    private static final Set<String> YES = Set.of("o", "oui", "y", "yes");

    private Confirmation() {}

    /** Whether the user confirms; the end of input means no. */
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

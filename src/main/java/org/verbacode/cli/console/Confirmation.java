package org.verbacode.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import org.verbacode.study.Message;
import picocli.CommandLine.Option;

/** The option {@code --yes} of commands that delete for good, and the question asked without it. */
public final class Confirmation {
    private static final Set<String> YES = Set.of("o", "oui", "y", "yes");

    @Option(names = "--yes", descriptionKey = "yes")
    boolean yes;

    /** Whether the user confirms, by the option or on the terminal; if not, tells that nothing has changed. */
    public boolean isGiven(Message question, Console console) {
        boolean confirmed = yes || answersYes(question, console);
        if (!confirmed) {
            console.tell(Message.of("cli.unchanged"));
        }
        return confirmed;
    }

    /** The end of input means no. */
    private static boolean answersYes(Message question, Console console) {
        console.tell(question);
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line != null && YES.contains(line.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the answer", e);
        }
    }
}

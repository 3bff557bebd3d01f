package org.verbacode.cli.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language of a command: the one asked for, else the computer's, else French. */
public final class Language {
    private Language() {}

    public static Locale of(Optional<String> asked, Locale computer) {
        String language = asked.orElse(computer.getLanguage());
        return language.equals("en")
                        && (asked.isPresent() || !computer.getCountry().isEmpty())
                ? Locale.ENGLISH
                : Locale.FRENCH;
    }

    /** The language option anywhere among the arguments, before they are parsed. */
    public static Locale of(String[] arguments) {
        Optional<String> asked = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                asked = Optional.of(arguments[i].substring("--lang=".length()));
            } else if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                asked = Optional.of(arguments[i + 1]);
            }
        }
        return of(asked.filter(language -> Arrays.asList("fr", "en").contains(language)), Locale.getDefault());
    }
}

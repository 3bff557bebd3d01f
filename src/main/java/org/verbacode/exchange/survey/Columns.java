package org.verbacode.exchange.survey;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds columns by their names, case and accents ignored. */
public final class Columns {
    private Columns() {}

    /** The first column with one of the names, given in lower case without accents. */
    public static Optional<Integer> named(List<String> headers, String... names) {
        List<String> plain = headers.stream().map(Columns::plain).toList();
        for (String name : names) {
            int column = plain.indexOf(name);
            if (column >= 0) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** A name in lower case, without accents, words separated by one space. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}

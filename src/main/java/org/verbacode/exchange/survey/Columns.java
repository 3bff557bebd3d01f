package org.verbacode.exchange.survey;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the columns of a file by the names people give them, case and accents apart. */
public final class Columns {
    private Columns() {}

    /** The first column that bears one of the names, written here in lower case without accents. */
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

    /** Lower case, without accents, words set apart by one blank. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}

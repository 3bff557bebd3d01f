package org.verbacode.language.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Contractions: words that are two syntactic words, as "du" is "de" and "le". */
final class Contractions {
    /** "des" is de + les or an article, depending on the sentence. */
    static final String AMBIGUOUS = "des";

    private static final Map<String, List<String>> PARTS = Map.ofEntries(
            Map.entry("du", List.of("de", "le")),
            Map.entry("au", List.of("à", "le")),
            Map.entry("aux", List.of("à", "les")),
            Map.entry("auquel", List.of("à", "lequel")),
            Map.entry("auxquels", List.of("à", "lesquels")),
            Map.entry("auxquelles", List.of("à", "lesquelles")),
            Map.entry("duquel", List.of("de", "lequel")),
            Map.entry("desquels", List.of("de", "lesquels")),
            Map.entry("desquelles", List.of("de", "lesquelles")));

    private static final List<String> DES = List.of("de", "les");

    private Contractions() {}

    /** The parts of a contraction; empty for other words and for "des". */
    static List<String> parts(String form) {
        int length = form.length();
        if (length < 2 || length > 11) {
            return List.of();
        }
        char first = form.charAt(0);
        return first == 'd' || first == 'a' || first == 'D' || first == 'A'
                ? PARTS.getOrDefault(form.toLowerCase(Locale.FRENCH), List.of())
                : List.of();
    }

    static List<String> partsOfDes() {
        return DES;
    }

    static boolean isAmbiguous(String form) {
        return form.equalsIgnoreCase(AMBIGUOUS);
    }
}

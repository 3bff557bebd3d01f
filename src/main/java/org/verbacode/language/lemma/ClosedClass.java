package org.verbacode.language.lemma;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lemmas of the words that are few and frequent, as the guidelines of Universal Dependencies for French have them. */
public final class ClosedClass {
    /** Where to look for a little word whose part of speech is not known, the likeliest first. */
    public static final List<String> TAGS = List.of("DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ");

    private static final Pattern BLANK = Pattern.compile(" ");

    private final Map<String, String> lemmas = new HashMap<>();
    private final Set<String> forms = new HashSet<>();

    public ClosedClass() {
        for (String[] row : LanguageTables.rows("closed-class.tsv")) {
            for (String form : BLANK.split(row[1], -1)) {
                lemmas.put(row[0] + " " + form, row[2]);
                forms.add(form);
            }
        }
    }

    /** Whether this is a form of one of them, whatever its part of speech. */
    public boolean knows(String lower) {
        return forms.contains(lower);
    }

    /** @param form lower-cased */
    public Optional<String> lemma(String form, String upos) {
        return Optional.ofNullable(lemmas.get(upos + " " + form));
    }
}

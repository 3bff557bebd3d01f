package org.verbacode.language.lemma;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lemmas of closed-class words (determiners, pronouns, prepositions…), after the guidelines of Universal Dependencies
 * for French.
 */
public final class ClosedClass {
    /**
     * Order in which the tags of a closed-class word are tried when its part of speech is unknown, most likely first.
     */
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

    /** Whether this is a form of a closed-class word, whatever its part of speech. */
    public boolean knows(String lower) {
        return forms.contains(lower);
    }

    /** @param form in lower case */
    public Optional<String> lemma(String form, String upos) {
        return Optional.ofNullable(lemmas.get(upos + " " + form));
    }
}

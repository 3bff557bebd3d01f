package org.verbacode.language.repair;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.lemma.Lexicon.Entry;

/** Splits words run together for want of an apostrophe or a space: "cest", "lecole", "jetudiais", "jpeux". */
final class GluedWords {
    private static final char USUAL_FREQUENCY = 'F';
    /** Number of frequency classes by which a verb must exceed a rare word that "je" and it happen to form. */
    private static final int LEAD = 6;

    private static final Pattern ELIDED = Pattern.compile("(qu|jusqu|lorsqu|puisqu|[jlmtsdnc])([aeiouyhàâéèêëîïôœ].+)");
    private static final Pattern SPOKEN = Pattern.compile("j([bcdfglmnpqrstv]\\p{L}{2,})");
    private static final Set<String> ELIDED_SHORT = Set.of(
            "ai", "est", "en", "un", "on", "il", "ils", "elle", "elles", "avais", "avait", "étais", "était", "a", "y");
    /**
     * Elided words that are also split when capitalised: "Jai" and "Cest" begin many sentences, but "Sun" and "Men"
     * are names.
     */
    private static final Set<String> ELIDED_CAPITALISED = Set.of("j", "c", "qu");

    private final Lexicon lexicon;

    GluedWords(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The two parts of an unknown word; empty if it cannot be split.
     *
     * @param accents restores the accents of a word
     */
    List<String> apart(String lower, boolean capitalised, UnaryOperator<String> accents) {
        Matcher spoken = SPOKEN.matcher(lower);
        if (spoken.matches()) {
            String verb = accents.apply(spoken.group(1));
            return isFirstPerson(verb) ? List.of("je", verb) : List.of();
        }
        Matcher matcher = ELIDED.matcher(lower);
        if (!matcher.matches()) {
            return List.of();
        }
        String little = matcher.group(1);
        String rest = accents.apply(matcher.group(2));
        if (little.equals("j")) {
            return isFirstPerson(rest) || rest.equals("en") || rest.equals("y") ? List.of("j'", rest) : List.of();
        }
        boolean likely = rest.length() < WordRepair.MIN_MISSPELLED_LENGTH
                ? ELIDED_SHORT.contains(rest) && (!capitalised || ELIDED_CAPITALISED.contains(little))
                : lexicon.frequency(rest) >= USUAL_FREQUENCY && !capitalised;
        boolean isThis = !little.equals("c") || rest.startsWith("e") || rest.startsWith("é");
        return likely && isThis ? List.of(little + "'", rest) : List.of();
    }

    /** Splits a rare dictionary word: "javais" is a form of an unused verb, and "j'avais". */
    List<String> insteadOfRare(String lower) {
        if (lower.length() <= WordRepair.MIN_MISSPELLED_LENGTH || lower.charAt(0) != 'j' || !lexicon.knows(lower)) {
            return List.of();
        }
        String rest = lower.substring(1);
        boolean ahead = lexicon.frequency(rest) - lexicon.frequency(lower) >= LEAD;
        return ahead && ELIDED.matcher(lower).matches() && isFirstPerson(rest) ? List.of("j'", rest) : List.of();
    }

    private boolean isFirstPerson(String verb) {
        for (Entry entry : lexicon.entries(verb)) {
            if (entry.category() == 'V' && entry.features().endsWith(" 1 s")) {
                return true;
            }
        }
        return false;
    }
}

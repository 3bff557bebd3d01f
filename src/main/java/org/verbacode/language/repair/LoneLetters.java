package org.verbacode.language.repair;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.lemma.Lexicon.Entry;

/**
 * Corrects single letters that stand for a word: "l ambiance" and "qu il" without their apostrophes, "c trop bien",
 * "g pas compris".
 */
final class LoneLetters {
    private static final String VOWELS = "aeiouyhàâéèêëîïôœ";
    private static final Set<String> ELIDED =
            Set.of("j", "l", "m", "t", "s", "d", "n", "c", "qu", "jusqu", "lorsqu", "puisqu");
    /**
     * Capitals that are elided words at the beginning of a sentence only: "9 ° C et" is none; "M Albert" and "D
     * Amico" are names.
     */
    private static final Set<String> CAPITALS = Set.of("J", "L", "C", "S", "N", "T", "Qu", "Jusqu", "Lorsqu", "Puisqu");
    /** Tokens after which a sentence begins. */
    private static final Set<String> BEFORE_SENTENCES = Set.of(
            "", ".", ",", "!", "?", ";", ":", "(", "…", "...", "et", "mais", "que", "qu'", "car", "donc", "quand",
            "comme", "puis", "moi", "non", "oui", "si");

    private static final Set<String> SUBJECTS = Set.of("je", "j'", "ne", "tu", "n'");
    private static final Set<String> AFTER_HAVE = Set.of("pas", "bien", "jamais", "trop", "beaucoup", "aussi");

    private final Lexicon lexicon;

    LoneLetters(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The words that a letter stands for between two others; empty if none. */
    List<String> repair(String last, String form, String next) {
        if (form.length() > 2 && !form.endsWith("squ")) {
            return List.of();
        }
        boolean number = !last.isEmpty() && Character.isDigit(last.charAt(last.length() - 1));
        if (!number && startsWithVowel(next) && (ELIDED.contains(form) || (CAPITALS.contains(form) && follows(last)))) {
            return List.of(form + "'");
        }
        return switch (form.toLowerCase(Locale.FRENCH)) {
            case "c" -> thatIs(last, form, next);
            case "t" -> last.equals("c'") && form.equals("t") ? List.of("était") : List.of();
            case "g" -> !number && follows(last) && isParticiple(next) ? List.of("j'", "ai") : List.of();
            default -> List.of();
        };
    }

    /** "c" for "c'est" and "sais": "c trop bien", "c t nickel"; "je c pas" is "je sais pas". */
    private static List<String> thatIs(String last, String form, String next) {
        if (next.isEmpty() || !Character.isLetter(next.charAt(0))) {
            return List.of();
        }
        if (SUBJECTS.contains(last)) {
            return List.of("sais");
        }
        if (!follows(last)) {
            return List.of();
        }
        return next.equals("t") ? List.of(form + "'") : List.of(form + "'", "est");
    }

    private static boolean follows(String last) {
        return BEFORE_SENTENCES.contains(last);
    }

    private boolean isParticiple(String next) {
        return AFTER_HAVE.contains(next) || lexicon.entries(next).stream().anyMatch(Entry::isPastParticiple);
    }

    private static boolean startsWithVowel(String next) {
        return !next.isEmpty() && VOWELS.indexOf(next.charAt(0)) >= 0 && !(next.length() == 1 && next.charAt(0) == 'h');
    }
}

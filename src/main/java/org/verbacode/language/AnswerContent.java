package org.verbacode.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an answer says anything. The recogniser compares the whole answer, without accents, case and punctuation,
 * with the phrases that respondents write instead of an answer; one further word makes it an answer.
 */
public enum AnswerContent {
    /** It says something. */
    CONTENT,
    /**
     * It says that there is nothing: "rien", "néant", "RAS". An answer without content to "what did you gain?", and an
     * answer to "what was missing?".
     */
    NOTHING,
    /** It is no answer to any question: "/", "je ne sais pas", "sans réponse", or signs only. */
    NONE;

    /** Longer answers say something. */
    private static final int MAX_CHARACTERS = 80;

    /** Words that add nothing to the phrases below; alone they are no such phrase. */
    private static final String FILLERS = String.join(
            "|",
            "euh",
            "heu",
            "bah",
            "ben",
            "bon",
            "alors",
            "desolee?",
            "merci",
            "franchement",
            "honnetement",
            "personnellement",
            "vraiment",
            "a priori",
            "a ce jour",
            "actuellement",
            "pour (?:moi|ma part|l instant|le moment)");

    private static final String NOTHING_PHRASES = String.join(
            "|",
            "neant",
            "ras",
            "r a s",
            "non",
            "nada",
            "nothing",
            "none",
            "aucune?s?(?: (?:chose|remarques?|commentaires?|suggestions?|idees? a ajouter))?",
            "pas de (?:remarques?|commentaires?|suggestions?)",
            "sans (?:remarques?|commentaires?|suggestions?)",
            "(?:(?:je n ai|j ai|j n ai|il n y a|il y a|y a) )?rien(?: (?:du tout|de plus|d autre|de special|de particulier"
                    + "|en particulier|a dire|a ajouter|a signaler|a declarer|a repondre|a mettre|a noter))*",
            "rien ne me vient(?: (?:a l esprit|en tete))?");

    private static final String NONE_PHRASES = String.join(
            "|",
            "nsp",
            "n s p",
            "jsp",
            "jspp",
            "nspp",
            "(?:(?:je|j) )?(?:(?:ne|n) )?(?:le )?(?:sais|sait|sai) (?:vraiment |absolument )?(?:pas|plus)"
                    + "(?: (?:trop|vraiment|du tout))?(?: (?:quoi (?:dire|repondre|mettre|ecrire)))?",
            "(?:(?:je|j) )?c pas",
            "(?:ne sait|jsais|chais|ch ais) pas(?: trop)?",
            "(?:je n ai |j ai )?(?:aucune|pas d) (?:idee|opinion|avis)",
            "(?:je n ai |j ai )?(?:aucun|pas d) avis",
            "sans (?:avis|opinion|reponse|objet)",
            "(?:pas de|aucune|non) reponse",
            "non applicable",
            "na",
            "n a",
            "nr",
            "n r",
            "vide",
            "i don t know",
            "don t know",
            "dont know",
            "no idea",
            "no answer",
            "not applicable");

    private static final Pattern WITHOUT_CONTENT = Pattern.compile(
            "(?:(?:(?<nothing>" + NOTHING_PHRASES + ")|(?<none>" + NONE_PHRASES + ")|(?:" + FILLERS + "))(?: |$))+");

    /** A letter typed for an answer: "x", "xxx". */
    private static final Pattern ONE_LETTER = Pattern.compile("(\\p{L})\\1*");

    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Three times the same letter or more: "rieeen". */
    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

    /** Classifies the text of an answer. */
    public static AnswerContent of(String text) {
        if (text.length() > 3 * MAX_CHARACTERS) {
            return CONTENT;
        }
        String words = NOT_IN_WORDS.matcher(Folding.fold(text)).replaceAll(" ").strip();
        if (words.isEmpty() || ONE_LETTER.matcher(words).matches()) {
            return NONE;
        }
        if (words.length() > MAX_CHARACTERS) {
            return CONTENT;
        }
        Matcher phrases = WITHOUT_CONTENT.matcher(STRETCHED.matcher(words).replaceAll("$1"));
        if (!phrases.matches()) {
            return CONTENT;
        }
        if (phrases.group("nothing") != null) {
            return NOTHING;
        }
        return phrases.group("none") != null ? NONE : CONTENT;
    }

    /** Whether it is {@link #NOTHING} or {@link #NONE}. */
    public boolean isMissing() {
        return this != CONTENT;
    }
}

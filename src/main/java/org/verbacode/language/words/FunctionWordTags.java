package org.verbacode.language.words;

import java.util.Set;
import org.verbacode.language.lemma.Lexicon.Entry;

/** Rules that correct the tags of ambiguous function words by their context. */
final class FunctionWordTags {
    private static final int MAX_LENGTH = 10;
    /** Words between "ne" and its "pas" at most. */
    private static final int NEGATION_REACHES = 6;

    private static final Set<String> POINTS = Set.of("-", "--", "nord", "sud", "côte");

    private FunctionWordTags() {}

    static void correct(TaggedSentence sentence, int i) {
        String lower = sentence.lower(i);
        if (lower.length() > MAX_LENGTH) {
            return;
        }
        String tag = sentence.tag(i);
        String next = sentence.lower(i + 1);
        switch (lower) {
            case "le", "la", "les", "l'" -> article(sentence, i, tag, next);
            case "de", "d'" -> partitive(sentence, i, tag, next);
            case "s'" -> {
                if (tag.equals("PRON") && (next.equals("il") || next.equals("ils"))) {
                    sentence.set(i, "SCONJ");
                }
            }
            case "devant" -> {
                if (tag.equals("ADP") && sentence.is(i + 1, "VERB") && next.endsWith("r")) {
                    sentence.set(i, "VERB");
                }
            }
            case "a" -> {
                boolean where = sentence.is(i - 1, "VERB") && sentence.is(i + 1, "DET");
                if (tag.equals("AUX") && (where || isInfinitive(sentence, i + 1))) {
                    sentence.set(i, "ADP");
                }
            }
            case "est" -> {
                if ((tag.equals("AUX") || tag.equals("VERB")) && isEast(sentence, i)) {
                    sentence.set(i, "NOUN");
                }
            }
            case "fait" -> {
                boolean quite = sentence.lower(i - 1).equals("à")
                        && sentence.lower(i - 2).equals("tout");
                if (quite || (sentence.lower(i - 1).equals("en") && isEnd(sentence, i + 1))) {
                    sentence.set(i, "NOUN");
                }
            }
            case "suivant" -> {
                if (tag.equals("ADP") && sentence.is(i - 1, "NOUN")) {
                    sentence.set(i, "VERB");
                }
            }
            case "toute", "toutes" -> {
                if (sentence.is(i + 1, "ADJ") && !sentence.is(i + 2, "NOUN") && isEntirely(sentence, i)) {
                    sentence.set(i, "ADV");
                }
            }
            case "dernier", "dernière", "derniers", "dernières" -> {
                if (tag.equals("NOUN")) {
                    sentence.set(i, "ADJ");
                }
            }
            case "première" -> {
                boolean noun = sentence.is(i + 1, "NOUN") || sentence.is(i + 1, "ADJ");
                if (tag.equals("ADJ") && sentence.lower(i - 1).equals("une") && !noun) {
                    sentence.set(i, "NOUN");
                }
            }
            case "tel", "tels", "telle", "telles" -> {
                if (tag.equals("ADP")) {
                    sentence.set(i, "ADJ");
                }
            }
            case "uns", "unes" -> sentence.set(i, "PRON");
            default -> {}
        }
    }

    private static void article(TaggedSentence sentence, int i, String tag, String next) {
        boolean verb = sentence.is(i + 1, "VERB") || sentence.is(i + 1, "AUX");
        if (sentence.is(i - 1, "ADP") && verb && !sentence.lower(i - 1).equals("en") && !isNominal(sentence, i + 1)) {
            sentence.set(i, "DET");
            if (sentence.mayBe(i + 1, 'N')) {
                sentence.set(i + 1, "NOUN");
            }
        } else if (tag.equals("DET")
                && (verb || next.equals("y") || next.equals("en"))
                && !sentence.sharePlace(i - 1, i)) {
            sentence.set(i, "PRON");
        }
    }

    /**
     * An infinitive or participle that may follow a preposition and its object: "pour les aider", "sans le voulant".
     */
    private static boolean isNominal(TaggedSentence sentence, int i) {
        return isInfinitive(sentence, i) || sentence.lower(i).endsWith("ant") || !sentence.is(i, "VERB");
    }

    private static void partitive(TaggedSentence sentence, int i, String tag, String next) {
        if (!tag.equals("ADP") || sentence.sharePlace(i, i + 1)) {
            return;
        }
        boolean afterVerb = sentence.is(i - 1, "VERB");
        boolean plural = next.endsWith("s") || next.endsWith("x");
        if (sentence.is(i + 1, "ADJ") && afterVerb && plural && sentence.is(i + 2, "NOUN")) {
            sentence.set(i, "DET");
        } else if (sentence.is(i + 1, "NOUN")) {
            boolean none = afterVerb && isDenied(sentence, i) && !sentence.may(i - 1, Entry::isPastParticiple);
            if (none || sentence.lower(i - 1).equals("pas")) {
                sentence.set(i, "DET");
            }
        }
    }

    private static boolean isDenied(TaggedSentence sentence, int i) {
        for (int j = i - 1; j >= Math.max(0, i - NEGATION_REACHES) && !sentence.is(j, "PUNCT"); j--) {
            if (sentence.lower(j).equals("ne") || sentence.lower(j).equals("n'")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInfinitive(TaggedSentence sentence, int i) {
        return (sentence.is(i, "VERB") || sentence.is(i, "AUX"))
                && sentence.may(
                        i, entry -> entry.category() == 'V' && entry.features().contains(" inf"));
    }

    /** "à l'est", "la côte est", "nord-est". */
    private static boolean isEast(TaggedSentence sentence, int i) {
        String before = sentence.lower(i - 1);
        return before.equals("l'") ? sentence.is(i - 2, "ADP") : POINTS.contains(before);
    }

    /** "elle est toute petite", "une toute nouvelle". */
    private static boolean isEntirely(TaggedSentence sentence, int i) {
        String before = sentence.lower(i - 1);
        return before.equals("la") || before.equals("une") || sentence.is(sentence.beforeAdverbs(i), "AUX");
    }

    private static boolean isEnd(TaggedSentence sentence, int i) {
        return i >= sentence.size() || sentence.is(i, "PUNCT");
    }
}

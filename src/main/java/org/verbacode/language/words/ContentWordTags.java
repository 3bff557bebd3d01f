package org.verbacode.language.words;

import java.util.Set;
import org.verbacode.language.lemma.Lexicon.Entry;

/** Rules that correct the tags of ambiguous verbs, nouns and adjectives by their context. */
public final class ContentWordTags {
    /** Words followed by a verb, whatever comes between; "nous", "elle" and "lui" may end a phrase instead. */
    private static final Set<String> BEFORE_VERBS =
            Set.of("je", "j'", "tu", "il", "ils", "on", "ne", "n'", "me", "m'", "te", "t'", "se", "s'", "y", "qui");

    private static final Set<String> MAYBE_PRONOUNS = Set.of("le", "la", "les", "l'", "leur", "tout", "tous");
    private static final Set<String> COMPLEMENTS = Set.of("par", "avec", "sur", "contre", "en", "à", "dans");
    private static final Set<String> SUBJECTS = Set.of("NOUN", "PROPN", "PRON");

    private ContentWordTags() {}

    static void correct(TaggedSentence sentence, int i) {
        switch (sentence.tag(i)) {
            case "NOUN" -> {
                if (isVerb(sentence, i) || isParticipleAfterBe(sentence, i)) {
                    sentence.set(i, "VERB");
                } else if (isObjectPronounBefore(sentence, i)) {
                    sentence.set(i - 1, "PRON");
                    sentence.set(i, "VERB");
                } else if (agreesWithNounBefore(sentence, i)) {
                    sentence.set(i, "ADJ");
                }
            }
            case "ADJ" -> {
                if (isVerb(sentence, i) || hasComplement(sentence, i)) {
                    sentence.set(i, "VERB");
                }
            }
            case "PROPN", "ADV", "PRON", "X" -> {
                if (isBeforeClitic(sentence, i)) {
                    sentence.set(i, "VERB");
                }
            }
            case "VERB" -> verb(sentence, i);
            default -> {}
        }
    }

    /** "elle est présente", "un démenti", "49 prévenus", "en avoir marre". */
    private static void verb(TaggedSentence sentence, int i) {
        int before = sentence.beforeAdverbs(i);
        if (isForm(sentence, before, "être")) {
            if (sentence.mayBe(i, 'J') && !sentence.may(i, entry -> entry.isPastParticiple() || isInfinitive(entry))) {
                sentence.set(i, "ADJ");
            }
        } else if (isForm(sentence, i - 1, "avoir") && sentence.mayBe(i, 'A')) {
            sentence.set(i, "ADV");
        } else if (sentence.is(i - 1, "DET") && !MAYBE_PRONOUNS.contains(sentence.lower(i - 1))) {
            if (sentence.mayBe(i, 'N')) {
                sentence.set(i, "NOUN");
            }
        } else if (sentence.is(i - 1, "NUM") && sentence.may(i, ContentWordTags::isPluralNoun)) {
            sentence.set(i, "NOUN");
        }
    }

    /** "il boite", "Maria se suicide", "qui cible", "Attardons-nous". */
    private static boolean isVerb(TaggedSentence sentence, int i) {
        String before = sentence.lower(i - 1);
        if (BEFORE_VERBS.contains(before)) {
            boolean third = before.equals("qui") || before.equals("y");
            return sentence.may(i, third ? ContentWordTags::isThirdPerson : ContentWordTags::isFinite);
        }
        return isBeforeClitic(sentence, i);
    }

    private static boolean isBeforeClitic(TaggedSentence sentence, int i) {
        String next = sentence.lower(i + 1);
        return next.length() > 2
                && next.charAt(0) == '-'
                && Character.isLetter(next.charAt(1))
                && !next.equals("-là")
                && !next.equals("-ci")
                && sentence.may(i, ContentWordTags::isFinite);
    }

    /** "elle est partie": without an article no noun follows "être". */
    private static boolean isParticipleAfterBe(TaggedSentence sentence, int i) {
        return isForm(sentence, sentence.beforeAdverbs(i), "être") && sentence.may(i, Entry::isPastParticiple);
    }

    /** Whether "le" before the word is an object pronoun: in "Aggregor le capture" the noun would be feminine. */
    private static boolean isObjectPronounBefore(TaggedSentence sentence, int i) {
        if (!sentence.lower(i - 1).equals("le") || !SUBJECTS.contains(sentence.tag(i - 2))) {
            return false;
        }
        for (Entry entry : sentence.entries(i)) {
            if (entry.category() == 'N' && !entry.features().contains(" f ")) {
                return false;
            }
        }
        return sentence.may(i, ContentWordTags::isThirdPerson);
    }

    /**
     * Whether the word is an adjective that agrees in number and gender with the noun before: "les équipes
     * municipales".
     */
    private static boolean agreesWithNounBefore(TaggedSentence sentence, int i) {
        return sentence.is(i - 1, "NOUN")
                && sentence.may(
                        i,
                        entry -> entry.category() == 'J'
                                && entry.features().contains(" f ")
                                && sentence.may(
                                        i - 1,
                                        noun -> noun.category() == 'N'
                                                && noun.features()
                                                        .equals("N"
                                                                + entry.features()
                                                                        .substring(1))));
    }

    /** A participle with its complement is a verb: "prévues par la loi", "pesant 32 kg". */
    private static boolean hasComplement(TaggedSentence sentence, int i) {
        String next = sentence.lower(i + 1);
        boolean afterNoun = sentence.is(i - 1, "NOUN") || sentence.is(i - 1, "PROPN");
        if (next.equals("par") || (afterNoun && COMPLEMENTS.contains(next))) {
            return sentence.may(i, Entry::isPastParticiple);
        }
        return (afterNoun || sentence.is(i - 1, "PUNCT"))
                && (sentence.is(i + 1, "DET") || sentence.is(i + 1, "NUM"))
                && sentence.may(
                        i, entry -> entry.category() == 'V' && entry.features().contains(" ppr"));
    }

    private static boolean isForm(TaggedSentence sentence, int i, String infinitive) {
        return (sentence.is(i, "AUX") || sentence.is(i, "VERB"))
                && sentence.may(
                        i, entry -> entry.category() == 'V' && entry.lemma().equals(infinitive));
    }

    private static boolean isInfinitive(Entry entry) {
        return entry.category() == 'V' && entry.features().contains(" inf");
    }

    public static boolean isFinite(Entry entry) {
        return entry.category() == 'V'
                && !isInfinitive(entry)
                && !entry.features().contains(" pp");
    }

    private static boolean isThirdPerson(Entry entry) {
        return isFinite(entry) && entry.features().contains(" 3 ");
    }

    private static boolean isPluralNoun(Entry entry) {
        return entry.category() == 'N' && entry.features().endsWith(" p");
    }
}

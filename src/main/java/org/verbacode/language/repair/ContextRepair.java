package org.verbacode.language.repair;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verbacode.language.Folding;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.lemma.Lexicon.Entry;
import org.verbacode.language.words.ContentWordTags;
import org.verbacode.language.words.Word;

/**
 * Corrects real-word errors by their context: "ma rassuré", "je suis la", and in texts without accents "il a aide",
 * "le marche". Not for several threads.
 */
final class ContextRepair {
    private static final int MIN_WORD_LENGTH = 4;
    /** Number of frequency classes by which an accented variant may be rarer where only it fits the context. */
    private static final int MAX_LAG = 6;

    private static final String VOWELS = "aeiouhàâéèêëîïôœ";
    /** Words before "a" as a verb; elsewhere it may be "à". */
    private static final Set<String> SUBJECTS = Set.of(
            "il", "elle", "on", "qui", "m", "t", "l", "s", "n", "m'", "t'", "l'", "s'", "n'", "nous", "vous", "lui",
            "y", "ça", "ca", "cela");

    /** A verb follows these, so that "la" and "ou" before them are neither article nor conjunction. */
    private static final Set<String> CLITICS =
            Set.of("je", "j'", "tu", "il", "elle", "on", "ils", "elles", "c'", "ce", "ça", "ca");

    private static final Set<String> AFTER_THERE = Set.of(
            ".", ",", "!", "?", ";", ":", "…", "...", "", "où", "que", "qu'", "qui", "et", "pour", "dedans", "dessus",
            "dessous", "aussi");
    private static final Set<String> BEFORE_THERE = Set.of(
            "est", "être", "etre", "suis", "était", "etait", "étais", "sont", "serai", "sera", "ce", "par", "jusque",
            "jusqu'", "de", "celui", "celle", "ceux");

    private static final Set<String> BEFORE_SIDE = Set.of(
            "a", "à", "de", "l'autre", "autre", "chaque", "mon", "ton", "son", "ce", "au", "du", "un", "d'un", "leur");

    private static final Set<String> BE = Set.of("suis", "es", "est", "était", "etait", "étais", "etais", "étant");
    private static final Set<String> HAVE =
            Set.of("ai", "as", "a", "avons", "avez", "ont", "avait", "avais", "aurait", "aurais");
    /** Words between an auxiliary and its participle. */
    private static final Set<String> BETWEEN =
            Set.of("pas", "bien", "été", "jamais", "toujours", "déjà", "aussi", "tous", "tout", "plus", "très");

    private static final Set<String> PREPOSITIONS =
            Set.of("par", "sur", "dans", "à", "a", "de", "d'", "en", "pour", "avec");
    private static final Set<String> FEMININE = Set.of("la", "une", "cette", "ma", "ta", "sa");
    private static final Set<String> MASCULINE = Set.of("le", "un", "du", "au", "ce", "cet", "mon", "ton", "son");

    private static final Set<String> SUBJECTS_BEFORE_OBJECT =
            Set.of("il", "elle", "ils", "elles", "on", "qui", "ça", "ca", "cela");
    /** "sa" before these words is "ça". */
    private static final Set<String> AFTER_THAT =
            Set.of("m'", "t'", "s'", "n'", "me", "te", "se", "ne", "va", "nous", "vous", "y", "peut", "fait");
    /** Words that are followed by "à" and not by the verb. */
    private static final Set<String> BEFORE_TO = Set.of("grâce", "quant", "face", "jusqu'", "jusque");
    /** Possessives, which only a noun or an adjective follows. */
    private static final Set<String> POSSESSIVES =
            Set.of("un", "mon", "ton", "son", "ce", "du", "au", "mes", "tes", "ses", "quelques", "bon", "bons");

    private final Lexicon lexicon;
    private final AccentVariants accents;
    private final LoneLetters letters;

    ContextRepair(Lexicon lexicon, AccentVariants accents) {
        this.lexicon = lexicon;
        this.accents = accents;
        this.letters = new LoneLetters(lexicon);
    }

    /**
     * The corrected word, in one or two parts.
     *
     * @param before the corrected words before it
     * @param next the next word as written; empty at the end
     * @param bare whether the text lacks its accents
     */
    List<String> repair(List<Word> before, String form, String next, boolean bare) {
        List<String> same = List.of(form);
        if (form.equals("ma") || form.equals("ta")) {
            boolean verb = isSubject(before) && mayBeVerb(next);
            return verb ? List.of(form.charAt(0) + "'", "a") : auxiliary(form, next, bare, same);
        }
        List<String> letter = letters.repair(last(before, 1), form, next);
        if (!letter.isEmpty()) {
            return letter;
        }
        String little = little(before, form, next.toLowerCase(Locale.FRENCH), bare);
        if (!little.equals(form)) {
            return List.of(little);
        }
        if (POSSESSIVES.contains(last(before, 1)) && isOnlyVerb(form)) {
            String noun = soundsLike(form);
            if (!noun.equals(form)) {
                return List.of(noun);
            }
        }
        if (!bare) {
            return same;
        }
        if (form.length() < MIN_WORD_LENGTH || before.isEmpty() || !lexicon.knows(form)) {
            return same;
        }
        String plain = Folding.fold(form);
        String last = last(before, 1);
        String found = MASCULINE.contains(last)
                ? noun(plain, form, true)
                : FEMININE.contains(last) ? noun(plain, form, false) : participle(before, plain, form, next);
        return found.isEmpty() ? same : List.of(found);
    }

    /** "elle ma dit", but not "avec elle ma confiance" nor "et ma mère". */
    private static boolean isSubject(List<Word> before) {
        return SUBJECTS_BEFORE_OBJECT.contains(last(before, 1)) && !PREPOSITIONS.contains(last(before, 2));
    }

    private boolean mayBeVerb(String next) {
        String lower = next.toLowerCase(Locale.FRENCH);
        return BETWEEN.contains(lower) || is(lower, 'V') || is(lower, 'A');
    }

    private boolean isOnlyVerb(String form) {
        List<Entry> entries = lexicon.entries(form);
        return !entries.isEmpty() && entries.stream().allMatch(entry -> entry.category() == 'V');
    }

    /** Nouns misspelled as a verb form of the same sound: "un soutient" is a soutien, "mon travaille" my travail. */
    private String soundsLike(String form) {
        for (String ending : List.of("t", "le", "les", "lent")) {
            String noun = form.endsWith(ending) ? form.substring(0, form.length() - ending.length()) : "";
            if (noun.length() >= MIN_WORD_LENGTH && (noun.endsWith("ien") || noun.endsWith("il")) && is(noun, 'N')) {
                return ending.equals("les") ? noun + "s" : noun;
            }
        }
        return form;
    }

    private static String last(List<Word> before, int back) {
        return before.size() < back
                ? ""
                : before.get(before.size() - back).form().toLowerCase(Locale.FRENCH);
    }

    /** Function words without their accents; before a vowel "ne" would be "n'". */
    private String little(List<Word> before, String form, String next, boolean bare) {
        String last = last(before, 1);
        return switch (form) {
            case "la" -> {
                boolean stays = CLITICS.contains(next) && !next.equals("ce") && !next.equals("ca");
                boolean ends = AFTER_THERE.contains(next) && (bare || BEFORE_THERE.contains(last));
                yield stays || ends ? "là" : form;
            }
            case "-la" -> "-là";
            case "ou" -> bare && (CLITICS.contains(next) || last.equals("d'") || last.equals("la")) ? "où" : form;
            case "sur" -> last.equals("bien") && (AFTER_THERE.contains(next) || CLITICS.contains(next)) ? "sûr" : form;
            case "ne" -> bare && (BE.contains(last) || startsWithVowel(next)) ? "né" : form;
            case "du" -> bare && HAVE.contains(last) && next.matches(".{2,}([eio]r|re)") ? "dû" : form;
            case "a" -> BEFORE_TO.contains(last) ? "à" : form;
            case "sa", "Sa" -> isThat(last, next) ? form.replace("sa", "ça").replace("Sa", "Ça") : form;
            case "cote", "cotes" -> BEFORE_SIDE.contains(last) ? form.replace("cote", "côté") : form;
            default -> form;
        };
    }

    /** Whether "sa" is "ça": "sa aide", "sa m'a permis", where no feminine noun or adjective follows. */
    private boolean isThat(String last, String next) {
        if (AFTER_THAT.contains(next)) {
            return true;
        }
        List<Entry> entries = lexicon.entries(next);
        return !PREPOSITIONS.contains(last)
                && entries.stream().anyMatch(ContentWordTags::isFinite)
                && entries.stream()
                        .noneMatch(entry -> "NJ".indexOf(entry.category()) >= 0
                                && !entry.features().contains(" m "));
    }

    private static boolean startsWithVowel(String word) {
        return !word.isEmpty() && word.charAt(0) != 'h' && VOWELS.indexOf(word.charAt(0)) >= 0;
    }

    /** "ma rassuré" is m'a rassuré, and so is "ma aide": before a vowel it would be "mon". */
    private List<String> auxiliary(String form, String next, boolean bare, List<String> same) {
        if (next.length() < MIN_WORD_LENGTH) {
            return same;
        }
        boolean vowel = VOWELS.indexOf(next.charAt(0)) >= 0;
        boolean participle = vowel && bare && !participleOf(next, next).isEmpty();
        for (Entry entry : lexicon.entries(next)) {
            if (!vowel
                    && "NJ".indexOf(entry.category()) >= 0
                    && !entry.features().contains(" m ")) {
                return same;
            }
            participle |= entry.isPastParticiple();
        }
        return participle ? List.of(form.charAt(0) + "'", "a") : same;
    }

    /** "le marche" is le marché: the dictionary has no masculine noun of this spelling, but one with accents. */
    private String noun(String plain, String form, boolean masculine) {
        for (Entry entry : lexicon.entries(form)) {
            if ("NJZ".indexOf(entry.category()) >= 0 && isOf(masculine, entry)) {
                return "";
            }
        }
        for (String variant : accents.variants(plain)) {
            for (Entry entry : lexicon.entries(variant)) {
                if (!variant.equals(form) && entry.category() == 'N' && isOf(masculine, entry)) {
                    return variant;
                }
            }
        }
        return "";
    }

    private static boolean isOf(boolean masculine, Entry entry) {
        return !entry.features().contains(masculine ? " f " : " m ");
    }

    private String participle(List<Word> before, String plain, String form, String next) {
        String participle = participleOf(plain, form);
        boolean rare = lexicon.frequency(form) - lexicon.frequency(participle) > MAX_LAG;
        boolean fits = followsAuxiliary(before, form) || followsNoun(before, form, next);
        return !participle.isEmpty() && !rare && fits ? participle : "";
    }

    /**
     * Whether a participle follows an auxiliary, "a aide" for a aidé: the word as written is no adjective ("est
     * jeune") and not much more frequent ("ai envie").
     */
    private boolean followsAuxiliary(List<Word> before, String form) {
        int back = 1;
        while (back < 3 && isBetween(last(before, back))) {
            back++;
        }
        String auxiliary = last(before, back);
        if (!isAuxiliary(auxiliary) || (auxiliary.equals("a") && !SUBJECTS.contains(last(before, back + 1)))) {
            return false;
        }
        return !is(form, 'J') && !form.equals("envie");
    }

    private static boolean isBetween(String word) {
        return BETWEEN.contains(word) || (word.length() > 6 && word.endsWith("ment"));
    }

    /** "des notes bases sur" is basées sur: a noun does not follow a noun. */
    private boolean followsNoun(List<Word> before, String form, String next) {
        String last = last(before, 1);
        List<Entry> entries = lexicon.entries(last);
        return PREPOSITIONS.contains(next.toLowerCase(Locale.FRENCH))
                && !entries.isEmpty()
                && entries.stream().allMatch(entry -> entry.category() == 'N')
                && is(form, 'N')
                && !is(form, 'J')
                && form.endsWith("s") == (last.endsWith("s") || last.endsWith("x"));
    }

    private boolean is(String form, char category) {
        return lexicon.entries(form).stream().anyMatch(entry -> entry.category() == category);
    }

    /** The participle that differs from a word in accents only; empty if there is none. */
    private String participleOf(String plain, String form) {
        if (isParticiple(form)) {
            return "";
        }
        for (String variant : accents.variants(plain)) {
            if (!variant.equals(form) && isParticiple(variant)) {
                return variant;
            }
        }
        return "";
    }

    private boolean isParticiple(String form) {
        return lexicon.entries(form).stream().anyMatch(Entry::isPastParticiple);
    }

    private boolean isAuxiliary(String form) {
        for (Entry entry : lexicon.entries(form)) {
            if (entry.category() == 'V'
                    && (entry.lemma().equals("avoir") || entry.lemma().equals("être"))) {
                return true;
            }
        }
        return false;
    }
}

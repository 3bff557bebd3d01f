package org.verbacode.language;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.verbacode.language.lemma.ClosedClass;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.repair.AccentVariants;
import org.verbacode.language.repair.TextRepair;
import org.verbacode.language.repair.WordRepair;
import org.verbacode.language.words.Tokeniser;
import org.verbacode.language.words.Word;

/**
 * The lexicon of a survey: domain words that no dictionary has, words that the researcher excludes from correction,
 * and the researcher's abbreviations.
 *
 * @param words lower-case domain words; they are not corrected, and typos near them are corrected to them
 * @param leftAlone lower-case words that are never corrected
 * @param abbreviations lower-case abbreviations and their full forms
 */
public record SurveyLexicon(Set<String> words, Set<String> leftAlone, Map<String, String> abbreviations) {
    /** The empty lexicon. */
    public static final SurveyLexicon EMPTY = new SurveyLexicon(Set.of(), Set.of(), Map.of());

    /** Number of occurrences that make an unknown word one of the survey's. */
    private static final int MIN_COUNT = 3;
    /** Letters of a domain word; shorter ones are too often typos of others. */
    private static final int MIN_LENGTH = 4;

    public SurveyLexicon {
        // Not Set.copyOf: a hostile file could make its hash table degenerate.
        words = Collections.unmodifiableSet(new HashSet<>(words));
        leftAlone = Collections.unmodifiableSet(new HashSet<>(leftAlone));
        abbreviations = Collections.unmodifiableMap(new HashMap<>(abbreviations));
    }

    /**
     * Adds the domain words of a survey: words outside the dictionary that the codebook uses, or that the answers use
     * at least three times, unless they are dictionary words without their accents or habitual spellings ("cest",
     * "merciii").
     *
     * @param answers the texts of all answers
     * @param codebook names, definitions and keywords of the codes
     */
    public SurveyLexicon learn(Iterable<String> answers, Iterable<String> codebook) {
        Lexicon lexicon = new Lexicon();
        AccentVariants accents = new AccentVariants();
        Tokeniser tokeniser = new Tokeniser(lexicon);
        WordRepair repair = new WordRepair(lexicon, new ClosedClass(), this);
        Map<String, Integer> counts = new HashMap<>();
        for (String answer : answers) {
            for (Word word : tokeniser.words(TextRepair.repair(answer))) {
                unknown(word.form(), lexicon, 1, counts);
            }
        }
        for (String text : codebook) {
            for (Word word : tokeniser.words(TextRepair.repair(text))) {
                unknown(word.form(), lexicon, MIN_COUNT, counts);
            }
        }
        Set<String> learned = new HashSet<>(words);
        counts.forEach((word, count) -> {
            if (count >= MIN_COUNT && accents.variants(word).isEmpty() && !repair.isHabit(word)) {
                learned.add(word);
            }
        });
        return new SurveyLexicon(learned, leftAlone, abbreviations);
    }

    private static void unknown(String form, Lexicon lexicon, int weight, Map<String, Integer> counts) {
        String lower = form.toLowerCase(Locale.FRENCH);
        if (lower.length() >= MIN_LENGTH && lower.chars().allMatch(Character::isLetter) && !lexicon.knows(lower)) {
            counts.merge(lower, weight, Integer::sum);
        }
    }

    /** The same without some words. */
    public SurveyLexicon without(Set<String> gone) {
        Set<String> kept = new HashSet<>(words);
        kept.removeIf(word -> gone.contains(Folding.fold(word)));
        return new SurveyLexicon(kept, leftAlone, abbreviations);
    }

    public boolean leavesAlone(String lower) {
        return leftAlone.contains(lower) || (words.contains(lower) && !abbreviations.containsKey(lower));
    }

    public boolean knows(String lower) {
        return words.contains(lower);
    }

    /** The domain word at edit distance 1, or the word itself; the first in alphabetical order if there are several. */
    public String nearest(String lower) {
        String best = lower;
        for (String word : words) {
            if (isOneSlipAway(lower, word) && (best.equals(lower) || word.compareTo(best) < 0)) {
                best = word;
            }
        }
        return best;
    }

    private static boolean isOneSlipAway(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int different = longer - start - end;
        boolean swapped = different == 2
                && one.length() == other.length()
                && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start);
        return different == 1 || swapped;
    }

    /** Changes whenever the analysis may change. */
    String version() {
        return Integer.toHexString(31 * (31 * new TreeSet<>(words).hashCode() + new TreeSet<>(leftAlone).hashCode())
                + new TreeMap<>(abbreviations).hashCode());
    }
}

package org.verbacode.language.repair;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.verbacode.language.Folding;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.language.lemma.Lexicon;

/**
 * Corrects typos at edit distance 1: words of the survey first, then dictionary words by frequency and by kind of
 * edit.
 */
final class TypoCorrector {
    /** Letters of a word that is corrected at most. */
    private static final int MAX_MISSPELLED_LENGTH = 30;
    /** Frequency class below which a word is no correction. */
    private static final char RARE = 'D';
    /** Frequency class from which the beginning of a word may be a clipping of it. */
    private static final char COMMON_FREQUENCY = 'G';

    private static final int MIN_CLIPPED_LENGTH = 5;
    private static final int MAX_CLIPPED_LENGTH = 6;
    private static final String CLIPPED = "aio";
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1");

    private final Lexicon lexicon;
    private final SurveyLexicon survey;
    private final DictionaryNeighbours neighbours = new DictionaryNeighbours();
    private final PrefixLookup beginnings = new PrefixLookup();

    TypoCorrector(Lexicon lexicon, SurveyLexicon survey) {
        this.lexicon = lexicon;
        this.survey = survey;
    }

    /** The most likely word at edit distance 1 from an unknown lower-case word, or the word itself. */
    String corrected(String lower) {
        if (lower.length() < WordRepair.MIN_MISSPELLED_LENGTH || lower.length() > MAX_MISSPELLED_LENGTH) {
            return lower;
        }
        String best = survey.nearest(lower);
        if (!best.equals(lower)) {
            return best;
        }
        int bestScore = Integer.MIN_VALUE;
        for (String word : neighbours.of(lower)) {
            boolean fits = word.equals(word.toLowerCase(Locale.FRENCH)) && lexicon.frequency(word) >= RARE;
            int score = fits ? 2 * lexicon.frequency(word) + likeness(lower, word) : Integer.MIN_VALUE;
            if (score > bestScore || (score == bestScore && fits && word.compareTo(best) < 0)) {
                best = word;
                bestScore = score;
            }
        }
        return best.startsWith(lower) || !isClipped(lower, best) ? best : lower;
    }

    /**
     * Whether a word is clipped on purpose ("dispo", "biblio", "compta"); most clipped words end in the same few
     * letters.
     */
    private boolean isClipped(String lower, String best) {
        return lower.length() >= MIN_CLIPPED_LENGTH
                && lower.length() <= MAX_CLIPPED_LENGTH
                && CLIPPED.indexOf(lower.charAt(lower.length() - 1)) >= 0
                && !Folding.fold(lower).equals(Folding.fold(best))
                && beginnings.begins(lower, word -> lexicon.frequency(word) >= COMMON_FREQUENCY);
    }

    /**
     * Weight of an edit: edits of the first letter are rare, those of accents and doubled letters frequent, and an
     * inserted letter makes few words by chance.
     */
    private static int likeness(String written, String word) {
        if (Folding.fold(written).equals(Folding.fold(word))) {
            return 12;
        }
        int score = (written.charAt(0) == word.charAt(0) ? 7 : 0) + (word.length() > written.length() ? 6 : 0);
        if (written.length() == word.length() && sorted(written).equals(sorted(word))) {
            return score + 6;
        }
        String letters = DOUBLED.matcher(written).replaceAll("$1");
        return letters.equals(DOUBLED.matcher(word).replaceAll("$1")) ? score + 6 : score;
    }

    private static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}

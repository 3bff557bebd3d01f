package org.verbacode.language.repair;

import java.util.Locale;
import org.verbacode.language.lemma.ClosedClass;
import org.verbacode.language.lemma.Lexicon;

/** Restores missing accents: chooses the most frequent accented variant that the dictionary has. */
final class AccentRestoration {
    /** Number of frequency classes by which an accented variant must exceed the word as written. */
    private static final int MIN_LEAD = 3;
    /** Frequency class from which a capitalised word is a usual one. */
    private static final char USUAL_FREQUENCY = 'F';

    private final Lexicon lexicon;
    private final ClosedClass closed;
    private final AccentVariants variants;

    AccentRestoration(Lexicon lexicon, ClosedClass closed, AccentVariants variants) {
        this.lexicon = lexicon;
        this.closed = closed;
        this.variants = variants;
    }

    /** The accented variant, if the word as written is unknown or, in a text without any accent, much rarer. */
    String restore(String lower, boolean bare) {
        char written = lexicon.frequency(lower);
        boolean may = written == 0 ? lower.length() > 1 : bare && lower.length() > 2;
        if (!may || !WritingStyle.isAscii(lower) || closed.knows(lower)) {
            return lower;
        }
        String best = lower;
        char bestFrequency = written;
        for (String variant : variants.variants(lower)) {
            char frequency = lexicon.frequency(variant);
            if (frequency > bestFrequency) {
                best = variant;
                bestFrequency = frequency;
            }
        }
        boolean ahead = bestFrequency - written >= MIN_LEAD || isReformed(best, lower);
        return written == 0 || ahead ? best : lower;
    }

    /** "entrainer" for "entraîner": the reform of 1990 left the circumflex of i and u to the writer. */
    private static boolean isReformed(String accented, String written) {
        return accented.replace('î', 'i').replace('û', 'u').equals(written);
    }

    /** "pre-menopausique": what is joined by a hyphen is accented part by part. */
    String restoreParts(String lower) {
        StringBuilder whole = new StringBuilder(lower.length());
        for (String part : lower.split("(?<=-)", -1)) {
            boolean joined = part.endsWith("-");
            String word = joined ? part.substring(0, part.length() - 1) : part;
            String accented = lexicon.knows(word) ? word : restore(word, true);
            whole.append(lexicon.knows(accented) ? accented : word).append(joined ? "-" : "");
        }
        return whole.toString();
    }

    /** "Etat" is État; but a name is left as it is. */
    String restoreCapitalised(String form, String lower, boolean bare) {
        String accented = restore(lower, bare);
        boolean likely = accented.charAt(0) != lower.charAt(0) || bare;
        boolean certain = bare && lexicon.entries(accented).stream().allMatch(entry -> entry.category() != 'Z');
        return likely && (certain || lexicon.frequency(accented) >= USUAL_FREQUENCY) ? capitalise(accented) : form;
    }

    static String capitalise(String word) {
        return word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
    }
}

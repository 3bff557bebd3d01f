package org.verbacode.language.repair;

import java.util.List;
import java.util.Locale;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.words.Word;

/** Detects how a whole answer is typed: in capitals, or without accents. */
final class WritingStyle {
    /** Fewer capitals do not show that an answer is typed in capitals. */
    private static final int MIN_CAPITALS = 4;

    private final Lexicon lexicon;
    private final AccentVariants variants;

    WritingStyle(Lexicon lexicon, AccentVariants variants) {
        this.lexicon = lexicon;
        this.variants = variants;
    }

    static boolean isWord(String form) {
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (!Character.isLetter(c) && c != '\'' && c != '-') {
                return false;
            }
        }
        return form.length() < 60 && !form.isEmpty() && Character.isLetter(form.charAt(0));
    }

    static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Whether most letters are capitals, and enough of them. */
    static boolean isInCapitals(List<Word> words) {
        int upper = 0;
        int lower = 0;
        for (Word word : words) {
            for (int i = 0; i < word.form().length(); i++) {
                char c = word.form().charAt(i);
                upper += Character.isUpperCase(c) ? 1 : 0;
                lower += Character.isLowerCase(c) ? 1 : 0;
            }
        }
        return upper >= MIN_CAPITALS && upper > 3 * lower;
    }

    /** Whether no letter has an accent and at least one word needs one. */
    boolean lacksAccents(List<Word> words) {
        boolean missing = false;
        for (Word word : words) {
            String form = word.form();
            if (!isAscii(form)) {
                for (int i = 0; i < form.length(); i++) {
                    if (form.charAt(i) >= 128 && Character.isLetter(form.charAt(i))) {
                        return false;
                    }
                }
            } else if (!missing && form.length() > 2 && isWord(form)) {
                String lower = form.toLowerCase(Locale.FRENCH);
                missing = !lexicon.knows(lower) && !variants.variants(lower).isEmpty();
            }
        }
        return missing;
    }
}

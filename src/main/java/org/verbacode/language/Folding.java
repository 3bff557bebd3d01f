package org.verbacode.language;

import java.text.Normalizer;
import java.util.Locale;

/** Normalises words for comparison without accents, capitals and ligatures. */
public final class Folding {
    private Folding() {}

    /**
     * Lower-cases a text, removes its accents, expands its ligatures and replaces typographic apostrophes. The result
     * may differ in length.
     */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.FRENCH);
        if (isAscii(lower)) {
            return lower;
        }
        String open = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(open.length());
        for (int i = 0; i < open.length(); i++) {
            char c = open.charAt(i);
            switch (c) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                case '’', 'ʼ', '‘' -> folded.append('\'');
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}

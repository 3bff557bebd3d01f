package org.verbacode.language;

import java.text.Normalizer;
import java.util.Locale;

/** The form under which words are compared when accents, capitals and ligatures must not matter. */
public final class Folding {
    private Folding() {}

    /**
     * Lower-cases a text, takes its accents away, opens its ligatures and makes its apostrophes plain. The result may be
     * longer or shorter than the text.
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

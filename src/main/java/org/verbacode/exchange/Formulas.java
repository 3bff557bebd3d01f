package org.verbacode.exchange;

import java.util.regex.Pattern;

/**
 * Protects texts that a spreadsheet would execute as formulas (negative numbers are none): an apostrophe, which marks
 * text, is added on export and removed on import.
 */
public final class Formulas {
    private static final Pattern DANGEROUS =
            Pattern.compile("(?s)(?!-?[0-9]{1,15}([.,][0-9]{1,15})?\\z)'*[=+\\-@\\t\\r].*");
    private static final Pattern NEUTRALISED = Pattern.compile("(?s)'+[=+\\-@\\t\\r].*");

    private Formulas() {}

    /** The text with an apostrophe if needed. */
    public static String neutralised(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** The text without an added apostrophe. */
    public static String restored(String cell) {
        return NEUTRALISED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}

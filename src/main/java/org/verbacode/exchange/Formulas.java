package org.verbacode.exchange;

import java.util.regex.Pattern;

/**
 * Words that a spreadsheet would take for a formula; a number below zero is none. They leave with an apostrophe before them, which a spreadsheet takes
 * for "this is text", and lose it when they come back.
 */
public final class Formulas {
    private static final Pattern DANGEROUS =
            Pattern.compile("(?s)(?!-?[0-9]{1,15}([.,][0-9]{1,15})?\\z)'*[=+\\-@\\t\\r].*");
    private static final Pattern NEUTRALISED = Pattern.compile("(?s)'+[=+\\-@\\t\\r].*");

    private Formulas() {}

    /** The text as a spreadsheet shows it unchanged. */
    public static String neutralised(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was neutralised. */
    public static String restored(String cell) {
        return NEUTRALISED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}

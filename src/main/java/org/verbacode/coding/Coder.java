package org.verbacode.coding;

import org.verbacode.study.Names;

/**
 * A person who codes in a study.
 *
 * @param initials shown where space is short
 */
public record Coder(CoderName name, String initials, Role role) {
    /** What a person may do. */
    public enum Role {
        /** Sees everything, names the reference coder, answers doubts. */
        LEADS,
        /** Codes, and sees their own work. */
        CODES
    }

    public Coder {
        initials = Names.checked(initials);
    }

    /** The first letters of the words of a name, at most three: "Anne-Marie Dupont" gives AMD. */
    public static String initialsOf(CoderName name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.value().split("[\\s-]+", -1)) {
            if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 3) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return initials.toString();
    }
}

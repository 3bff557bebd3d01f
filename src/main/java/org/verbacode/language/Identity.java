package org.verbacode.language;

/**
 * A span of an answer that may identify a person.
 *
 * @param start offset of its first character (UTF-16 code units, inclusive)
 * @param end offset after its last one
 * @param text the span as written
 */
public record Identity(int start, int end, Kind kind, String text) {
    /** Kinds of identifying spans, with their masks. */
    public enum Kind {
        FIRST_NAME("PRÉNOM"),
        LAST_NAME("NOM"),
        PLACE("LIEU"),
        ORGANISATION("ORGANISATION"),
        EMAIL("COURRIEL"),
        PHONE("TÉLÉPHONE"),
        STUDENT_NUMBER("MATRICULE"),
        ADDRESS("ADRESSE WEB"),
        HANDLE("PSEUDO");

        private final String mask;

        Kind(String mask) {
            this.mask = mask;
        }

        /** The word inside the brackets of its mask. */
        public String mask() {
            return mask;
        }
    }

    public Identity {
        if (start < 0 || end <= start || end - start != text.length()) {
            throw new IllegalArgumentException("not a span: " + start + "–" + end);
        }
    }
}

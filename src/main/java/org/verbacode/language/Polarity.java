package org.verbacode.language;

/** What the words around a word do to it: "plus de stress" and "pas assez de rencontres" are not their opposites. */
public enum Polarity {
    /** Said as it stands. */
    PLAIN,
    /** Denied: "pas de stress", "sans stress", "je ne stresse plus". */
    NEGATED,
    /** Too little of it, or less: "pas assez de rencontres", "trop peu suivi", "manque de temps", "moins de stress". */
    LACKING,
    /** More, or much, of it: "plus de confiance", "très utile". */
    INTENSIFIED
}

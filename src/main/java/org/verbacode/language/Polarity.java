package org.verbacode.language;

/** The polarity of a word in its context: "plus de stress" and "pas assez de rencontres" are not their opposites. */
public enum Polarity {
    /** Neither negated nor quantified. */
    PLAIN,
    /** Negated: "pas de stress", "sans stress", "je ne stresse plus". */
    NEGATED,
    /** Insufficient or decreased: "pas assez de rencontres", "trop peu suivi", "manque de temps", "moins de stress". */
    LACKING,
    /** Increased or intensified: "plus de confiance", "très utile". */
    INTENSIFIED
}

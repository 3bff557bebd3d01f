package org.verbacode.search;

/** The form of a word by which a search found an answer, from the closest to what was typed to the farthest. */
public enum MatchForm {
    /** As typed, capitals and elided articles aside. */
    WRITTEN,
    /** As typed, accents aside. */
    WITHOUT_ACCENTS,
    /** By an abbreviation of the survey's lexicon, or by what it stands for. */
    SYNONYM,
    /** As the analysis reads it: spelling corrected, abbreviations spelled out. */
    READ,
    /** By its lemma: another inflection. */
    LEMMA,
    /** By its stem: a word that no dictionary has. */
    STEM
}

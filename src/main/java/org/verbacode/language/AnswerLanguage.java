package org.verbacode.language;

/**
 * The identified language of an answer. Answers that are not French are shown as such and their spelling is not
 * corrected.
 */
public enum AnswerLanguage {
    FRENCH,
    ENGLISH,
    DUTCH
}

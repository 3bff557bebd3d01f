package org.verbacode.language;

/** The language an answer seems to be written in; anything but French is shown as such and its spelling left alone. */
public enum AnswerLanguage {
    FRENCH,
    ENGLISH,
    DUTCH
}

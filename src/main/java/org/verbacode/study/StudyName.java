package org.verbacode.study;

/** What the researcher calls a study: one survey over its years. */
public record StudyName(String value) {
    public StudyName {
        value = Names.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

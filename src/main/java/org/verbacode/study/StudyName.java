package org.verbacode.study;

/** The name of a study: one survey over its years. */
public record StudyName(String value) {
    public StudyName {
        value = Names.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.verbacode.study;

/** A respondent's pseudonym, unique within a wave only, since ids restart every year. */
public record RespondentId(String value) {
    public RespondentId {
        value = Names.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.verbacode.study;

/** One academic year of a study, such as 2019-2020, as the survey names it. */
public record WaveName(String value) {
    public WaveName {
        value = Names.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

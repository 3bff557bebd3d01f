package org.verbacode.study;

/** The name of a wave: one academic year of a study, such as 2019-2020. */
public record WaveName(String value) {
    public WaveName {
        value = Names.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

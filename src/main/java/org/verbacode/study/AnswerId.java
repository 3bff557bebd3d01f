package org.verbacode.study;

import java.util.regex.Pattern;

/**
 * The identity of an answer: a hash of study, wave, question and respondent in 32 hexadecimal digits, the same in all
 * workspaces that import the same survey.
 */
public record AnswerId(String value) {
    private static final int DIGITS = 32;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    public AnswerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an answer id: " + value);
        }
    }

    /** The first 128 bits of the SHA-256 of the four names, each preceded by its length. */
    public static AnswerId of(StudyName study, WaveName wave, QuestionName question, RespondentId respondent) {
        Checksum names = new Checksum().add(study.value(), wave.value(), question.value(), respondent.value());
        return new AnswerId(names.hex().substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}

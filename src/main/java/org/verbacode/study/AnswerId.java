package org.verbacode.study;

/**
 * The identity of an answer: a hash of study, wave, question and respondent in 32 hexadecimal digits, the same in all
 * workspaces that import the same survey.
 */
public record AnswerId(String value) {
    private static final int DIGITS = 32;

    public AnswerId {
        if (value.length() != DIGITS || !value.chars().allMatch(AnswerId::isDigit)) {
            throw new IllegalArgumentException("not an answer id: " + value);
        }
    }

    private static boolean isDigit(int sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
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

package org.verbacode.study;

/**
 * The answer of one respondent to one open question in one wave.
 *
 * @param text as the respondent wrote it; empty unless {@link Status#GIVEN}
 */
public record Answer(
        AnswerId id,
        StudyName study,
        WaveName wave,
        QuestionName question,
        RespondentId respondent,
        Status status,
        String text) {

    /** Whether an answer was given; many tools confuse the other two. */
    public enum Status {
        /** The respondent wrote something. */
        GIVEN,
        /** The respondent saw the question and left it empty. */
        BLANK,
        /** The question was not put to this respondent. */
        NOT_ASKED
    }

    public Answer {
        if ((status == Status.GIVEN) == text.isBlank()) {
            throw new IllegalArgumentException("an answer is given exactly if it has a text: " + id);
        }
    }

    /** A given answer with its derived id. */
    public static Answer given(
            StudyName study, WaveName wave, QuestionName question, RespondentId respondent, String text) {
        return new Answer(
                AnswerId.of(study, wave, question, respondent), study, wave, question, respondent, Status.GIVEN, text);
    }

    /** An answer without text. */
    public static Answer without(
            Status why, StudyName study, WaveName wave, QuestionName question, RespondentId respondent) {
        return new Answer(AnswerId.of(study, wave, question, respondent), study, wave, question, respondent, why, "");
    }
}

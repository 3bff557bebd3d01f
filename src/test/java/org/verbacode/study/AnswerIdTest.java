package org.verbacode.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AnswerIdTest {
    private static final StudyName STUDY = new StudyName("pollem");
    private static final QuestionName QUESTION = new QuestionName("apports");

    @Test
    void theSameNamesGiveTheSameIdAndAnotherWaveAnotherOne() {
        AnswerId first = AnswerId.of(STUDY, new WaveName("2019-2020"), QUESTION, new RespondentId("1"));

        assertThat(AnswerId.of(STUDY, new WaveName("2019-2020"), QUESTION, new RespondentId("1")))
                .isEqualTo(first);
        assertThat(AnswerId.of(STUDY, new WaveName("2020-2021"), QUESTION, new RespondentId("1")))
                .isNotEqualTo(first);
    }

    @Test
    void concatenatedNamesDoNotCollide() {
        assertThat(AnswerId.of(STUDY, new WaveName("1"), QUESTION, new RespondentId("12")))
                .isNotEqualTo(
                        AnswerId.of(new StudyName("pollem1"), new WaveName("1"), QUESTION, new RespondentId("2")));
    }

    @Test
    void anIdIsThirtyTwoHexadecimalDigits() {
        assertThatThrownBy(() -> new AnswerId("../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }
}

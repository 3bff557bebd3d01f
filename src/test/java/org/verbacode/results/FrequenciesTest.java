package org.verbacode.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnswerContent;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.study.QuestionName;
import org.verbacode.study.WaveName;

public class FrequenciesTest {
    static final WaveName FIRST = new WaveName("2019-2020");
    static final WaveName SECOND = new WaveName("2020-2021");
    static final Code HELP = Code.named(new CodeId("1"), "Aide");
    static final Code SUPPORT = Code.named(new CodeId("2"), "Soutien");
    static final Codebook CODEBOOK = new Codebook(new QuestionName("apports"), 1, List.of(HELP, SUPPORT));

    public static final Frequencies FREQUENCIES = Frequencies.of(
            CODEBOOK,
            List.of(FIRST, SECOND),
            List.of(
                    CodedAnswer.by(Source.PEOPLE, FIRST, List.of(SUPPORT.id(), HELP.id())),
                    CodedAnswer.by(Source.PEOPLE, FIRST, List.of(SUPPORT.id())),
                    CodedAnswer.by(Source.PEOPLE, FIRST, List.of()),
                    CodedAnswer.by(Source.MODEL, SECOND, List.of(HELP.id())),
                    CodedAnswer.by(Source.PEOPLE, SECOND, List.of(SUPPORT.id())),
                    CodedAnswer.by(Source.NOBODY, SECOND, List.of())));

    @Test
    void peopleAndModelAreCountedSeparately() {
        assertThat(FREQUENCIES.waves())
                .containsExactly(
                        new Frequencies.WaveTotal(FIRST, 3, 3, 3, 0, 0, 0),
                        new Frequencies.WaveTotal(SECOND, 3, 1, 1, 1, 1, 0));
        assertThat(FREQUENCIES.applications()).isEqualTo(4);
        assertThat(FREQUENCIES.suggested()).isEqualTo(1);
    }

    @Test
    void theCodeMostGivenComesFirst() {
        assertThat(FREQUENCIES.codes()).containsExactly(SUPPORT, HELP);
    }

    @Test
    void sharesAreProportionsOfTheAnswersOfTheWave() {
        assertThat(FREQUENCIES.of(SUPPORT))
                .extracting(Frequencies.Row::people)
                .containsExactly(new Share(2, 3), new Share(1, 1));
        assertThat(FREQUENCIES.of(HELP))
                .extracting(Frequencies.Row::model)
                .containsExactly(new Share(0, 0), new Share(1, 1));
    }

    @Test
    void anAnswerThatSaysNothingIsCountedApartUnlessAPersonGaveItACode() {
        Frequencies counted = Frequencies.of(
                CODEBOOK,
                List.of(FIRST),
                List.of(
                        CodedAnswer.by(Source.NOBODY, FIRST, List.of()).saying(AnswerContent.NONE),
                        CodedAnswer.by(Source.MODEL, FIRST, List.of(HELP.id())).saying(AnswerContent.NOTHING),
                        CodedAnswer.by(Source.PEOPLE, FIRST, List.of()).saying(AnswerContent.NOTHING),
                        CodedAnswer.by(Source.PEOPLE, FIRST, List.of(HELP.id())).saying(AnswerContent.NOTHING),
                        CodedAnswer.by(Source.PEOPLE, FIRST, List.of()).saying(AnswerContent.CONTENT)));

        assertThat(counted.waves()).containsExactly(new Frequencies.WaveTotal(FIRST, 5, 3, 1, 1, 1, 3));
    }

    @Test
    void anAnswerOfAnUnknownWaveIsAnError() {
        List<CodedAnswer> stray = List.of(CodedAnswer.by(Source.NOBODY, new WaveName("1999"), List.of()));
        assertThatThrownBy(() -> Frequencies.of(CODEBOOK, List.of(FIRST), stray))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1999");
    }
}

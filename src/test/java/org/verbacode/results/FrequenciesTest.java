package org.verbacode.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
                    by(Source.PEOPLE, FIRST, List.of(SUPPORT.id(), HELP.id())),
                    by(Source.PEOPLE, FIRST, List.of(SUPPORT.id())),
                    by(Source.PEOPLE, FIRST, List.of()),
                    by(Source.MODEL, SECOND, List.of(HELP.id())),
                    by(Source.PEOPLE, SECOND, List.of(SUPPORT.id())),
                    by(Source.NOBODY, SECOND, List.of())));

    /** An answer on which all codes of the codebook were considered. */
    private static CodedAnswer by(Source source, WaveName wave, List<CodeId> codes) {
        Map<CodeId, Boolean> considered = source == Source.NOBODY
                ? Map.of()
                : CODEBOOK.codes().stream().collect(Collectors.toMap(Code::id, code -> codes.contains(code.id())));
        return CodedAnswer.by(source, wave, considered);
    }

    @Test
    void anAnswerOnWhichACodeWasNotConsideredSaysNothingAboutIt() {
        Frequencies counted = Frequencies.of(
                CODEBOOK,
                List.of(FIRST),
                List.of(
                        CodedAnswer.by(Source.PEOPLE, FIRST, Map.of(HELP.id(), true)),
                        CodedAnswer.by(Source.PEOPLE, FIRST, Map.of(HELP.id(), false, SUPPORT.id(), true)),
                        CodedAnswer.by(Source.MODEL, FIRST, Map.of(HELP.id(), true))));

        assertThat(counted.of(HELP))
                .extracting(Frequencies.Row::people, Frequencies.Row::model)
                .containsExactly(tuple(new Share(1, 2), new Share(1, 1)));
        assertThat(counted.of(SUPPORT))
                .extracting(Frequencies.Row::people, Frequencies.Row::model)
                .containsExactly(tuple(new Share(1, 1), new Share(0, 0)));
        assertThat(counted.waves()).containsExactly(new Frequencies.WaveTotal(FIRST, 3, 2, 2, 1, 1, 0));
    }

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
                        by(Source.NOBODY, FIRST, List.of()).saying(AnswerContent.NONE),
                        by(Source.MODEL, FIRST, List.of(HELP.id())).saying(AnswerContent.NOTHING),
                        by(Source.PEOPLE, FIRST, List.of()).saying(AnswerContent.NOTHING),
                        by(Source.PEOPLE, FIRST, List.of(HELP.id())).saying(AnswerContent.NOTHING),
                        by(Source.PEOPLE, FIRST, List.of()).saying(AnswerContent.CONTENT)));

        assertThat(counted.waves()).containsExactly(new Frequencies.WaveTotal(FIRST, 5, 3, 1, 1, 1, 3));
    }

    @Test
    void anAnswerOfAnUnknownWaveIsAnError() {
        List<CodedAnswer> stray = List.of(by(Source.NOBODY, new WaveName("1999"), List.of()));
        assertThatThrownBy(() -> Frequencies.of(CODEBOOK, List.of(FIRST), stray))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1999");
    }
}

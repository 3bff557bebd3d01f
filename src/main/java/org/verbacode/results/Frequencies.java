package org.verbacode.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.study.WaveName;

/**
 * Code frequencies of a question by wave, of people and, separately, of the model.
 *
 * @param waves one total per wave, in the order of the study
 * @param rows one row per code and wave: codes by falling frequency, then waves in the order of the study
 */
public record Frequencies(Codebook codebook, List<WaveTotal> waves, List<Row> rows) {
    public Frequencies {
        waves = List.copyOf(waves);
        rows = List.copyOf(rows);
    }

    /**
     * Totals of a wave.
     *
     * @param given number of answers given
     * @param coded number of these that a person finished coding
     * @param applications number of codes on these
     * @param sorted number of answers with suggestions only
     * @param suggested number of codes suggested for these
     * @param withoutContent number of answers given that say nothing, coded or not
     */
    public record WaveTotal(
            WaveName wave, int given, int coded, int applications, int sorted, int suggested, int withoutContent) {}

    /**
     * One code in one wave. Answers on which the code was not considered are not counted: they say nothing about it.
     *
     * @param people coded answers that bear the code
     * @param model answers with suggestions only for which it is suggested
     */
    public record Row(Code code, WaveName wave, Share people, Share model) {}

    /**
     * Counts codes.
     *
     * @param waves of the study, in their order; other waves are an error
     * @param answers all given answers of the question
     */
    public static Frequencies of(Codebook codebook, List<WaveName> waves, List<CodedAnswer> answers) {
        for (CodedAnswer answer : answers) {
            if (!waves.contains(answer.wave())) {
                throw new IllegalArgumentException("an answer of no wave: " + answer.wave());
            }
        }
        List<WaveTotal> totals =
                waves.stream().map(wave -> total(wave, of(answers, wave))).toList();
        List<Row> rows = new ArrayList<>();
        for (Code code : mostGivenFirst(codebook, answers)) {
            for (WaveTotal total : totals) {
                List<CodedAnswer> inWave = of(answers, total.wave());
                rows.add(new Row(
                        code,
                        total.wave(),
                        share(by(inWave, Source.PEOPLE), code.id()),
                        share(by(inWave, Source.MODEL), code.id())));
            }
        }
        return new Frequencies(codebook, totals, rows);
    }

    private static List<CodedAnswer> of(List<CodedAnswer> answers, WaveName wave) {
        return answers.stream().filter(answer -> answer.wave().equals(wave)).toList();
    }

    private static WaveTotal total(WaveName wave, List<CodedAnswer> answers) {
        List<CodedAnswer> people = by(answers, Source.PEOPLE);
        List<CodedAnswer> model = by(answers, Source.MODEL);
        return new WaveTotal(
                wave, answers.size(), people.size(), applications(people), model.size(), applications(model), (int)
                        answers.stream().filter(CodedAnswer::withoutContent).count());
    }

    private static List<CodedAnswer> by(List<CodedAnswer> answers, Source source) {
        return answers.stream().filter(answer -> answer.source() == source).toList();
    }

    private static int applications(List<CodedAnswer> answers) {
        return answers.stream().mapToInt(answer -> answer.codes().size()).sum();
    }

    private static Share share(List<CodedAnswer> answers, CodeId code) {
        List<Boolean> verdicts = answers.stream()
                .flatMap(answer -> Stream.ofNullable(answer.considered().get(code)))
                .toList();
        return new Share((int) verdicts.stream().filter(verdict -> verdict).count(), verdicts.size());
    }

    private static List<Code> mostGivenFirst(Codebook codebook, List<CodedAnswer> answers) {
        Comparator<Code> people = Comparator.comparingInt(
                code -> share(by(answers, Source.PEOPLE), code.id()).count());
        return codebook.codes().stream().sorted(people.reversed()).toList();
    }

    /** The codes in the order of the rows. */
    public List<Code> codes() {
        return rows.stream().map(Row::code).distinct().toList();
    }

    /** The rows of one code, one per wave. */
    public List<Row> of(Code code) {
        return rows.stream().filter(row -> row.code().equals(code)).toList();
    }

    /** Number of codes given by people in all waves. */
    public int applications() {
        return waves.stream().mapToInt(WaveTotal::applications).sum();
    }

    /** Number of codes suggested in all waves, for answers that no person has finished. */
    public int suggested() {
        return waves.stream().mapToInt(WaveTotal::suggested).sum();
    }
}

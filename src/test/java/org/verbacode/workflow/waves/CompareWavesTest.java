package org.verbacode.workflow.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.results.WaveAdvice;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.importing.ImportRequest;
import org.verbacode.workflow.importing.ImportWaves;
import org.verbacode.workflow.model.Quote;

class CompareWavesTest {
    private static final CoderName MARIE = new CoderName("Marie");
    private static final WaveName THIRD = new WaveName("2021-2022");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        sample = SampleStudy.in(workspace, 80);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private WaveReport report(WaveName wave) {
        return new CompareWaves(workspace)
                .run(SampleStudy.STUDY, SampleStudy.QUESTION, Optional.of(wave), Progress.NONE);
    }

    private ImportWaves.Outcome importThirdWave() throws IOException {
        Path file = Files.writeString(folder.resolve("troisieme.csv"), """
                id;apports
                1;Du soutien moral toute l’année
                2;La piscine olympique et le trampoline
                """);
        return new ImportWaves(workspace)
                .run(
                        new ImportRequest(
                                SampleStudy.STUDY,
                                List.of(file),
                                "id",
                                "=" + THIRD.value(),
                                List.of("apports"),
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                ReadOptions.FIND_OUT),
                        Progress.NONE);
    }

    @Test
    void aNewWaveGetsSuggestionsAndAReportAsItIsImported() throws IOException {
        sample.coded(MARIE, 80);
        sample.train();

        List<ImportWaves.Arrival> arrivals = importThirdWave().arrivals();

        assertThat(arrivals).hasSize(1);
        WaveReport report = arrivals.get(0).report();
        assertThat(report).isNotNull();
        assertThat(report.wave()).isEqualTo(THIRD);
        assertThat(report.answersBefore()).isEqualTo(80);
        assertThat(report.answers()).isEqualTo(2);
        assertThat(report.words().frequent())
                .extracting(word -> word.lemma())
                .contains("piscine", "trampoline")
                .doesNotContain("soutien", "moral");
        assertThat(report.examples()).extracting(Quote::text).containsExactly("La piscine olympique et le trampoline");
        assertThat(report.unlike().of()).isEqualTo(2);
        assertThat(report.advice()).isEqualTo(new WaveAdvice(WaveAdvice.Kind.JUDGE, 2));
        assertThat(workspace.database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION).stream()
                        .filter(answer -> answer.wave().equals(THIRD))
                        .map(answer -> workspace.database().suggestions().of(answer.id())))
                .hasSize(2)
                .noneMatch(List::isEmpty);

        assertThat(importThirdWave().arrivals()).as("the same file once more").isEmpty();
    }

    @Test
    void whatIsExpectedIsTheMeanOfTheProbabilitiesThatAreSuggested() throws IOException {
        sample.coded(MARIE, 80);
        sample.train();
        WaveReport report = importThirdWave().arrivals().get(0).report();

        double mean =
                workspace.database().suggestions().ofQuestion(SampleStudy.STUDY, SampleStudy.QUESTION).values().stream()
                        .flatMap(List::stream)
                        .filter(suggestion -> suggestion.code().equals(SampleStudy.id("Soutien")))
                        .mapToDouble(suggestion -> suggestion.probability())
                        .average()
                        .orElseThrow();

        assertThat(report).isNotNull();
        assertThat(report.codes().get(0).code().name()).isEqualTo("Soutien");
        assertThat(report.codes().get(0).expected()).isEqualTo(mean);
    }

    @Test
    void aWaveOfTwoAnswersBothCodedIsToldThatTheyAreTooFew() throws IOException {
        sample.coded(MARIE, 80);
        sample.train();
        importThirdWave();
        workspace.database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION).stream()
                .filter(answer -> answer.wave().equals(THIRD))
                .forEach(answer -> sample.code(MARIE, answer, List.of()));

        assertThat(report(THIRD).sentence().in(Locale.FRENCH))
                .startsWith(
                        "Gardez le modèle pour l’instant. Les 2 réponses de « 2021-2022 » sont toutes codées, 2 à l’aveugle")
                .contains("trop peu pour savoir", "30")
                .doesNotContain("Réentraînez");
    }

    @Test
    void onlyAnswersCodedBlindInTheNewWaveJudgeTheModel() {
        sample.coded(MARIE, 80);
        sample.train(SampleStudy.FIRST);

        WaveReport report = report(SampleStudy.SECOND);

        assertThat(report.answers()).isEqualTo(40);
        assertThat(report.audit().judged()).isEqualTo(40);
        assertThat(report.audit().others()).isZero();
        // The sample repeats eight texts, odd ones in the second wave; two of these contain "soutien".
        assertThat(report.audit().overall().observed()).isEqualTo(20);
        assertThat(report.sentence().in(Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void anImportSucceedsWhenTheModelCannotBeReadAndSaysSo() throws IOException {
        sample.coded(MARIE, 80);
        ModelName model = sample.train().model();
        try (var files = Files.walk(workspace.models().resolve(model.value()))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !String.valueOf(path.getFileName()).endsWith("card.json"))
                    .toList()) {
                Files.writeString(file, "damaged");
            }
        }

        ImportWaves.Outcome outcome = importThirdWave();

        assertThat(outcome.report().added()).isEqualTo(2);
        assertThat(outcome.arrivals()).hasSize(1);
        assertThat(outcome.arrivals().get(0).report()).isNull();
        assertThat(outcome.arrivals().get(0).failure()).isNotNull();
    }

    @Test
    void anImportWithoutAModelHasNothingToCompare() throws IOException {
        assertThat(importThirdWave().arrivals()).isEmpty();
    }

    @Test
    void aWaveTheModelHasLearnedFromIsNotCompared() {
        sample.coded(MARIE, 80);
        sample.train();

        assertThatThrownBy(() -> report(SampleStudy.SECOND))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2020-2021");
    }
}

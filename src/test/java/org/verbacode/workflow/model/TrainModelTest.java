package org.verbacode.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.verbacode.workflow.SampleStudy.FIRST;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.SECOND;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.coding.Provenance.Shown;
import org.verbacode.coding.Suggestion;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.quality.Scores;
import org.verbacode.store.Codings;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.quality.EvaluateModel;
import org.verbacode.workflow.quality.EvaluateModel.Design;
import org.verbacode.workflow.quality.Evaluation;
import org.verbacode.workflow.quality.LearningCurveRuns;
import org.verbacode.workflow.quality.MeasureQuality;
import org.verbacode.workflow.quality.QualityReport;

/** Tests training, suggesting, coding a file and evaluating on a small study. */
class TrainModelTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int CODED = 24;
    private static final int GIVEN = 32;

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.fixed(NOON, ZoneOffset.UTC));
        SampleStudy.in(workspace, GIVEN);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** Finishes the first answers with the codes of whose names they contain four letters. */
    private void code(int count) {
        List<Codings.Statement> statements = new ArrayList<>();
        for (Answer answer : workspace.database().answers().given(STUDY, QUESTION)) {
            int number = Integer.parseInt(answer.respondent().value().substring(1));
            if (number < count) {
                Map<CodeId, Verdict> verdicts = new HashMap<>();
                for (String code : List.of("Soutien", "Conseils", "Écoute")) {
                    if (answer.text().toLowerCase(Locale.FRENCH).contains(code.substring(1, 5))) {
                        verdicts.put(SampleStudy.id(code), Verdict.APPLIES);
                    }
                }
                statements.add(new Codings.Statement(
                        answer.id(), verdicts, true, false, new Provenance(NOON, 1, Manner.BLIND, null, Shown.RANDOM)));
            }
        }
        workspace.database().codings().store(new Codings.Assignment(STUDY, QUESTION, new CoderName("C1")), statements);
    }

    private ModelName train() {
        return new TrainModel(workspace)
                .run(STUDY, QUESTION, List.of(), Progress.NONE)
                .model();
    }

    private SuggestCodes.Outcome suggest(Optional<WaveName> wave, Optional<ModelName> model) {
        return new SuggestCodes(workspace).run(new SuggestCodes.Request(STUDY, QUESTION, wave, model), Progress.NONE);
    }

    private Set<Suggestion> stored() {
        return workspace.database().suggestions().ofQuestion(STUDY, QUESTION).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    @Test
    void aModelLearnsFromFinishedCodingsAndSuggestsFromThenOn() {
        code(CODED);

        TrainModel.Outcome outcome = new TrainModel(workspace).run(STUDY, QUESTION, List.of(), Progress.NONE);
        SuggestCodes.Outcome suggested = suggest(Optional.empty(), Optional.empty());

        assertThat(outcome)
                .isEqualTo(new TrainModel.Outcome(
                        new ModelName("tutorat-apports-1"), CODED, 3, Map.of(FIRST, 1.0, SECOND, 1.0)));
        assertThat(suggested.model()).isEqualTo(outcome.model());
        assertThat(suggested.answers()).isEqualTo(GIVEN);
        assertThat(suggested.suggestions())
                .isEqualTo((int) stored().stream().filter(Suggestion::proposed).count());
        Set<String> supported = workspace.database().answers().given(STUDY, QUESTION).stream()
                .filter(answer -> proposed(answer.id()).contains(SampleStudy.id("Soutien")))
                .map(Answer::text)
                .collect(Collectors.toSet());
        assertThat(supported).contains("Soutien", "soutien !").doesNotContain("Des conseils pour mes études");
    }

    private Set<CodeId> proposed(AnswerId answer) {
        return workspace.database().suggestions().of(answer).stream()
                .filter(Suggestion::proposed)
                .map(Suggestion::code)
                .collect(Collectors.toSet());
    }

    @Test
    void trainingTwiceGivesTheSameSuggestionsBitForBit() {
        code(CODED);
        suggest(Optional.empty(), Optional.of(train()));
        Set<Suggestion> first = stored();

        ModelName again = train();
        suggest(Optional.empty(), Optional.of(again));

        assertThat(again.value()).isEqualTo("tutorat-apports-2");
        assertThat(stored()).isEqualTo(first).hasSize(GIVEN * 3);
    }

    @Test
    void aFileGetsTheCodesThatAStudyGets() throws IOException {
        code(CODED);
        ModelName model = train();
        suggest(Optional.empty(), Optional.empty());
        List<Answer> answers = workspace.database().answers().given(STUDY, QUESTION);
        Path in = folder.resolve("in.csv");
        Files.writeString(
                in,
                "nom;réponse\n"
                        + answers.stream()
                                .map(answer -> answer.id() + ";" + answer.text())
                                .collect(Collectors.joining("\n"))
                        + "\nvide;\n");
        Path out = folder.resolve("out.csv");

        CodeFile.Outcome outcome = new CodeFile(folder)
                .run(new CodeFile.Request(model.value(), in, "réponse", out), Progress.NONE, begun -> {});

        assertThat(outcome.rows()).isEqualTo(GIVEN + 1);
        assertThat(outcome.rejections()).isEmpty();
        SurveyFile coded = SurveyFile.open(out, ReadOptions.FIND_OUT);
        assertThat(coded.headers()).containsExactly("nom", "réponse", "codes", "Soutien", "Conseils", "Écoute");
        try (TableReader rows = coded.rows()) {
            for (Answer answer : answers) {
                List<String> cells = next(rows);
                assertThat(cells.subList(0, 2)).containsExactly(answer.id().value(), answer.text());
                Set<CodeId> codes = names(cells.get(2));
                assertThat(codes).isEqualTo(proposed(answer.id()));
                for (Suggestion suggestion : workspace.database().suggestions().of(answer.id())) {
                    int column = List.of("Soutien", "Conseils", "Écoute").stream()
                                    .map(SampleStudy::id)
                                    .toList()
                                    .indexOf(suggestion.code())
                            + 3;
                    assertThat(Double.parseDouble(cells.get(column))).isEqualTo(suggestion.probability());
                }
            }
            assertThat(next(rows)).containsExactly("vide", "", "", "", "", "");
        }
    }

    private static List<String> next(TableReader rows) {
        Row row = rows.next();
        assertThat(row).isNotNull();
        return row == null ? List.of() : row.cells();
    }

    private static Set<CodeId> names(String cell) {
        return new TreeSet<>(List.of(cell.split("\\|")))
                .stream().filter(name -> !name.isEmpty()).map(SampleStudy::id).collect(Collectors.toSet());
    }

    @Test
    void onlyTheAskedWaveIsSuggestedFor() {
        code(CODED);
        train();

        assertThat(suggest(Optional.of(SECOND), Optional.empty()).answers()).isEqualTo(GIVEN / 2);
        assertThat(stored()).hasSize(GIVEN / 2 * 3);
    }

    @Test
    void theVersionChosenSuggests() {
        code(CODED);
        ModelName first = train();
        train();

        new ChooseModel(workspace).use(first);

        assertThat(suggest(Optional.empty(), Optional.empty()).model()).isEqualTo(first);
        assertThat(new ChooseModel(workspace).all())
                .extracting(version -> version.card().model(), ChooseModel.Version::inUse)
                .containsExactly(tuple("tutorat-apports-1", true), tuple("tutorat-apports-2", false));
    }

    @Test
    void everyCodedAnswerIsJudgedOnce() {
        code(CODED);
        EvaluateModel evaluate = new EvaluateModel(workspace);

        Evaluation folds = evaluate.run(STUDY, QUESTION, new Design.Folds(4, 1), Progress.NONE);
        Evaluation waves = evaluate.run(STUDY, QUESTION, new Design.LeaveOneWaveOut(), Progress.NONE);
        Evaluation one =
                evaluate.run(STUDY, QUESTION, new Design.Waves(List.of(FIRST), List.of(SECOND)), Progress.NONE);

        Evaluation twice = evaluate.run(STUDY, QUESTION, new Design.Folds(4, 2), Progress.NONE);

        assertThat(twice.judged()).isEqualTo(CODED);
        assertThat(twice.judgements()).hasSize(2 * CODED);
        assertThat(twice.repeats()).extracting(Evaluation.Repeat::seed).containsExactly(1L, 2L);
        assertThat(twice.repeats().get(0).microF1()).isEqualTo(folds.scores().microF1());
        assertThat(folds.judged()).isEqualTo(CODED);
        assertThat(waves.judged()).isEqualTo(CODED);
        assertThat(one.judged()).isEqualTo(CODED / 2);
        // Texts repeat and codes follow from their words: each fold has seen every text, apart from its case.
        assertThat(folds.scores().microF1()).isGreaterThan(0.8);
        assertThat(folds.codes().stream()
                        .mapToInt(code -> folds.score(code).support())
                        .sum())
                .isEqualTo(CODED / 8 * 6);
    }

    private void code(int from, int to, Manner manner, Shown shown) {
        List<Codings.Statement> statements = new ArrayList<>();
        for (Answer answer : workspace.database().answers().given(STUDY, QUESTION)) {
            int number = SampleStudy.number(answer);
            if (number >= from && number < to) {
                Map<CodeId, Verdict> verdicts =
                        answer.text().toLowerCase(Locale.FRENCH).contains("soutien")
                                ? Map.of(SampleStudy.id("Soutien"), Verdict.APPLIES)
                                : Map.of();
                ModelName seen = manner == Manner.ASSISTED ? SampleStudy.MODEL : null;
                statements.add(new Codings.Statement(
                        answer.id(), verdicts, true, false, new Provenance(NOON, 1, manner, seen, shown)));
            }
        }
        workspace.database().codings().store(new Codings.Assignment(STUDY, QUESTION, new CoderName("C1")), statements);
    }

    @Test
    void answersDrawnAtRandomAreJudgedApart() {
        code(0, 10, Manner.BLIND, Shown.RANDOM);
        code(10, 14, Manner.BLIND, Shown.DRAW);
        code(14, 18, Manner.BLIND, Shown.SEARCH);
        code(18, 21, Manner.ASSISTED, Shown.RANDOM);
        code(21, 24, Manner.IMPORTED, Shown.FILE);

        Evaluation evaluation =
                new EvaluateModel(workspace).run(STUDY, QUESTION, new Design.Folds(4, 2), Progress.NONE);

        assertThat(evaluation.groups().keySet())
                .containsExactly(AnswerSelection.AT_RANDOM, AnswerSelection.PICKED, AnswerSelection.UNKNOWN);
        assertThat(evaluation.groups().values())
                .extracting(Evaluation.Group::answers)
                .containsExactly(14, 7, 3);
        int supports = evaluation.groups().values().stream()
                .flatMap(group -> group.scores().perCode().values().stream())
                .mapToInt(Scores.CodeScore::support)
                .sum();
        assertThat(supports)
                .isEqualTo(evaluation.scores().perCode().values().stream()
                        .mapToInt(Scores.CodeScore::support)
                        .sum());
        assertThat(evaluation.whomToBelieve().orElseThrow().in(Locale.FRENCH)).contains("14", "30");
        assertThat(AnswerSelection.whomToBelieve(40, 60).in(Locale.ENGLISH)).contains("Rely on", "40");
    }

    @Test
    void codesWithoutAnExampleAreNamed() {
        code(0, CODED, Manner.BLIND, Shown.RANDOM);
        train();

        assertThat(suggest(Optional.empty(), Optional.empty()).fromDefinition()).containsExactly("Conseils", "Écoute");
    }

    @Test
    void growingPartsHoldEachOtherAndLeaveOutTheNearlyWhole() {
        assertThat(LearningCurveRuns.sizes(420)).containsExactly(25, 50, 75, 100, 150, 200, 300);
        assertThat(LearningCurveRuns.sizes(20)).isEmpty();
    }

    @Test
    void whatIsMeasuredIsKeptAndReadAgain() throws IOException {
        code(CODED);
        MeasureQuality measure = new MeasureQuality(workspace);
        assertThat(measure.last(STUDY, QUESTION)).isEmpty();

        QualityReport quality = measure.run(STUDY, QUESTION, Progress.NONE);

        assertThat(new MeasureQuality(workspace).last(STUDY, QUESTION)).contains(quality);
        assertThat(quality.all().answers()).isEqualTo(CODED);
        assertThat(quality.codes())
                .extracting(QualityReport.OneCode::name)
                .containsExactly("Soutien", "Conseils", "Écoute");
        try (Stream<Path> files = Files.walk(folder.resolve("cache/quality"))) {
            Path kept = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertThat(Files.readString(kept)).doesNotContain("conseils pour mes études");
            Files.writeString(kept, "{\"measured\": ");
        }
        assertThat(measure.last(STUDY, QUESTION))
                .as("a damaged file is left aside")
                .isEmpty();
    }

    @Test
    void tooLittleIsRefusedWithASentence() {
        code(4);
        TrainModel train = new TrainModel(workspace);

        assertThatThrownBy(() -> train.run(STUDY, QUESTION, List.of(), Progress.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("apports")
                .hasMessageContaining("4");
        assertThatThrownBy(() -> train.run(new StudyName("autre"), QUESTION, List.of(), Progress.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("autre");
        assertThatThrownBy(() -> train.run(STUDY, new QuestionName("autre"), List.of(), Progress.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("apports");
        assertThatThrownBy(() -> train.run(STUDY, QUESTION, List.of(new WaveName("1999")), Progress.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("1999");
        assertThatThrownBy(() -> suggest(Optional.empty(), Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("verbacode train");
        assertThatThrownBy(() -> suggest(Optional.empty(), Optional.of(new ModelName("absent-1"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("absent-1");
    }

    @Test
    void theFileThatIsReadIsNeverWritten() throws IOException {
        code(CODED);
        String model = train().value();
        Path file = folder.resolve("in.csv");
        Files.writeString(file, "id,text\n1,Soutien\n");

        assertThatThrownBy(() -> new CodeFile(folder)
                        .run(new CodeFile.Request(model, file, "text", file), Progress.NONE, begun -> {}))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> new CodeFile(folder)
                        .run(
                                new CodeFile.Request(model, file, "texte", folder.resolve("out.csv")),
                                Progress.NONE,
                                begun -> {}))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("texte");
        assertThat(file).hasContent("id,text\n1,Soutien\n");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }
}

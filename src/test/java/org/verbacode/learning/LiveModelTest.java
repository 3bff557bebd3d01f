package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.features.Kernels;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

class LiveModelTest {
    private static final double EXACT = 1e-8;
    private static final int ANSWERS = 60;
    private static final Codebook CODEBOOK = new Codebook(
            new QuestionName("apports"),
            1,
            List.of(
                    code("1", "Soutien", "soutien, soutenir, épauler"),
                    code("2", "Conseils", "conseil, astuce"),
                    code("3", "Stress", "stress, anxiété"),
                    code("4", "Méthode", "")));
    private static final List<String> WORDS = List.of(
            "soutien",
            "conseils",
            "stress",
            "méthode",
            "examens",
            "rassuré",
            "ma",
            "marraine",
            "beaucoup",
            "de",
            "des",
            ",",
            ".",
            "et");
    private static final WaveName OLD = new WaveName("v");
    private static final WaveName LATEST = new WaveName("w");
    private static final FrenchAnalyser ANALYSER = new FrenchAnalyser();
    private static @Nullable Trainer trainer;
    /** A trainer without room for inverses. */
    private static @Nullable Trainer iterating;

    @BeforeAll
    static void readVectors(@TempDir Path cache) {
        WordVectors vectors = new WordVectors(cache);
        trainer = new Trainer(ANALYSER, vectors, List.of(Regularisation.MUCH));
        iterating = new Trainer(ANALYSER, vectors, 0, List.of(Regularisation.MUCH));
    }

    private static Code code(String id, String name, String include) {
        return new Code(new CodeId(id), name, null, "", include, "", "", null);
    }

    private static AnswerId id(int answer) {
        return AnswerId.of(
                new StudyName("s"), new WaveName("w"), new QuestionName("q"), new RespondentId("r" + answer));
    }

    /** Answers and their codings; not every code is considered for each. */
    private static final class Study {
        final SplittableRandom random;
        WaveWeights weights = WaveWeights.EQUAL;
        final Map<AnswerId, AnalysedAnswer> answers = new LinkedHashMap<>();
        final Map<AnswerId, Map<CodeId, Boolean>> codings = new LinkedHashMap<>();

        Study(long seed) {
            random = new SplittableRandom(seed);
            for (int i = 0; i < ANSWERS; i++) {
                List<String> words = new ArrayList<>();
                for (int k = random.nextInt(8); k >= 0; k--) {
                    words.add(WORDS.get(random.nextInt(WORDS.size())));
                }
                answers.put(id(i), ANALYSER.analyse(String.join(" ", words)));
            }
            for (int i = 0; i < ANSWERS / 3; i++) {
                codings.put(id(i), coding());
            }
        }

        Map<CodeId, Boolean> coding() {
            boolean all = random.nextInt(10) < 8;
            Map<CodeId, Boolean> coding = new LinkedHashMap<>();
            for (Code code : CODEBOOK.codes()) {
                if (all || random.nextBoolean()) {
                    coding.put(code.id(), random.nextInt(3) == 0);
                }
            }
            return coding;
        }

        LiveModel live() {
            return Objects.requireNonNull(trainer).live(set(), answers);
        }

        LiveModel iterating() {
            return Objects.requireNonNull(iterating).live(set(), answers);
        }

        /** The current codings; the first half of the answers is of an older wave. */
        TrainingSet set() {
            List<Example> examples = new ArrayList<>();
            List<AnalysedAnswer> others = new ArrayList<>();
            // In the order of the answers, so that the feature space does not depend on the codings.
            answers.forEach((id, answer) -> {
                Map<CodeId, Boolean> coding = codings.getOrDefault(id, Map.of());
                if (coding.isEmpty()) {
                    others.add(answer);
                } else {
                    examples.add(new Example(id, answer, coding));
                }
            });
            Map<AnswerId, WaveName> waves = new LinkedHashMap<>();
            answers.keySet().forEach(id -> waves.put(id, waves.size() < ANSWERS / 2 ? OLD : LATEST));
            return new TrainingSet(CODEBOOK, examples, others, 1, waves, List.of(weights));
        }

        /** Codes an answer, changes its coding, or removes it. */
        void change(LiveModel live) {
            AnswerId id = id(random.nextInt(ANSWERS));
            Map<CodeId, Boolean> now = random.nextInt(3) == 0 ? Map.of() : coding();
            codings.put(id, now);
            live.code(id, now);
        }
    }

    private static void assertSame(LiveModel live, LiveModel fresh) {
        assertSameRidges(live, fresh, EXACT);
        live.calibrate();
        fresh.calibrate();
        for (int answer = 0; answer < ANSWERS; answer++) {
            Map<CodeId, Double> expected = new LinkedHashMap<>();
            fresh.suggest(id(answer)).forEach(said -> expected.put(said.code(), said.probability()));
            for (Suggestion said : live.suggest(id(answer))) {
                assertThat(said.probability()).isCloseTo(expected.getOrDefault(said.code(), -1.0), within(1e-6));
            }
        }
    }

    private static void assertSameRidges(LiveModel live, LiveModel fresh, double exact) {
        for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
            double[][] expected = fresh.scores().all()[kernel];
            assertThat(expected.length).as("answers and clauses").isGreaterThan(ANSWERS);
            for (int text = 0; text < expected.length; text++) {
                assertThat(live.scores().all()[kernel][text])
                        .as("kernel %d, text %d", kernel, text)
                        .containsExactly(expected[text], within(exact));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addingAndTakingAwayIsLearningAfresh(long seed) {
        Study study = new Study(seed);
        LiveModel live = study.live();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 40; i++) {
                study.change(live);
            }
            assertSame(live, study.live());
        }
    }

    @Test
    void answersOfOlderWavesCountLessAlsoWhenTheyAreCodedLater() {
        Study study = new Study(6);
        double whole = study.live().scores().all()[0][ANSWERS - 1][0];
        study.weights = new WaveWeights(Map.of(OLD, 0.4));
        LiveModel live = study.live();
        assertThat(live.scores().all()[0][ANSWERS - 1][0]).isNotCloseTo(whole, within(1e-6));
        for (int i = 0; i < 40; i++) {
            study.change(live);
        }

        assertSame(live, study.live());
        Model trained = Objects.requireNonNull(trainer).train(study.set());
        study.answers.forEach((id, answer) -> {
            if (study.codings.getOrDefault(id, Map.of()).isEmpty()) {
                Map<CodeId, Double> expected = new LinkedHashMap<>();
                trained.suggest(id, answer).forEach(said -> expected.put(said.code(), said.probability()));
                live.suggest(id).forEach(said -> assertThat(said.probability())
                        .as("as a model trained with these weights")
                        .isCloseTo(expected.getOrDefault(said.code(), -1.0), within(1e-6)));
            }
        });
    }

    @Test
    void learningBeginsWithNothingCoded() {
        Study study = new Study(7);
        Map<AnswerId, Map<CodeId, Boolean>> codings = Map.copyOf(study.codings);
        study.codings.clear();
        LiveModel live = study.live();
        assertThat(live.suggests()).isFalse();
        assertThat(live.suggest(id(0))).isEmpty();

        codings.forEach((answer, coding) -> {
            study.codings.put(answer, coding);
            live.code(answer, coding);
        });

        assertSame(live, study.live());
    }

    @Test
    void whatIsUndoneLeavesNoTrace() {
        Study study = new Study(8);
        LiveModel live = study.live();
        AnswerId answer = id(ANSWERS - 1);
        live.code(answer, Map.of(new CodeId("1"), true));
        live.code(answer, Map.of());

        assertSame(live, study.live());
    }

    @Test
    void withNothingCodedAnyMoreItSuggestsNothing() {
        LiveModel live = new Study(8).live();
        live.learned().forEach(answer -> live.code(answer, Map.of()));
        live.calibrate();

        assertThat(live.suggests()).isFalse();
        assertThat(live.suggest(id(0))).isEmpty();
        assertThat(live.explaining(id(0))).isEmpty();
    }

    /** Several steps of a tolerance of 1e-5 each lie between. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void withoutRoomForInversesTheSameIsLearnedLater(long seed) {
        Study study = new Study(seed);
        LiveModel live = study.iterating();
        assertSameRidges(live, study.live(), 1e-5);
        for (int i = 0; i < 40; i++) {
            study.change(live);
        }
        assertThat(live.waiting()).isPositive();

        live.catchUp();

        assertThat(live.waiting()).isZero();
        assertSameRidges(live, study.live(), 1e-3);
    }

    @Test
    void whoAsksForWordsWaitsForOneDecisionAndNotForAllThatWait() throws InterruptedException {
        Study study = new Study(13);
        LiveModel live = study.iterating();
        for (int i = 0; i < 400; i++) {
            study.change(live);
        }
        int all = live.waiting();
        Thread catchingUp = new Thread(live::catchUp);
        catchingUp.start();
        while (live.waiting() == all) {
            Thread.onSpinWait();
        }

        assertThat(live.explaining(id(0))).isPresent();

        assertThat(live.waiting()).isPositive();
        catchingUp.join();
    }

    @Test
    void aThousandStepsAskForAnotherModelAndWhatIsSaidAgainIsNone() {
        LiveModel live = new Study(12).live();
        AnswerId answer = id(ANSWERS - 1);
        for (int i = 0; i < 1_100; i++) {
            live.code(answer, Map.of(new CodeId("1"), true));
        }
        assertThat(live.hasOutgrown()).isFalse();

        for (int i = 0; i < 1_100; i++) {
            live.code(answer, Map.of(new CodeId("1"), i % 2 == 0));
        }
        assertThat(live.hasOutgrown()).isTrue();
    }

    /** A coded answer gets the scores it would get without its coding, clause by clause. */
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 23, 41, 59})
    void aCodedAnswerIsJudgedByWhatTheOthersTeach(int coded) {
        Study study = new Study(9);
        LiveModel live = study.live();
        AnswerId answer = id(coded);
        live.code(answer, Map.of());
        double[] before = probabilities(live, answer);
        for (boolean applies : new boolean[] {true, false}) {
            Map<CodeId, Boolean> coding = new LinkedHashMap<>();
            CODEBOOK.codes().forEach(code -> coding.put(code.id(), applies));
            live.code(answer, coding);
            assertThat(probabilities(live, answer)).containsExactly(before, within(EXACT));
        }
    }

    private static double[] probabilities(LiveModel live, AnswerId answer) {
        return CODEBOOK.codes().stream()
                .mapToDouble(code -> live.suggest(answer).stream()
                        .filter(said -> said.code().equals(code.id()))
                        .findFirst()
                        .orElseThrow()
                        .probability())
                .toArray();
    }

    @Test
    void theWordsExplainWhatItSaysOfCodedAndUncodedAnswers() {
        Study study = new Study(10);
        LiveModel live = study.live();
        for (int i = 0; i < ANSWERS; i++) {
            AnswerId answer = id(i);
            AnalysedAnswer read = Objects.requireNonNull(study.answers.get(answer));
            Map<CodeId, Double> explained = new LinkedHashMap<>();
            live.explaining(answer)
                    .orElseThrow()
                    .suggest(answer, read)
                    .forEach(said -> explained.put(said.code(), said.probability()));
            Map<CodeId, Boolean> coding = study.codings.getOrDefault(answer, Map.of());
            for (Suggestion said : live.suggest(answer)) {
                if (coding.isEmpty() || coding.containsKey(said.code())) {
                    // The weights of a model are stored in single precision.
                    assertThat(explained.getOrDefault(said.code(), -1.0)).isCloseTo(said.probability(), within(1e-5));
                }
            }
        }
    }

    @Test
    void qualityIsCountedOnWhatWasConsidered() {
        Study study = new Study(11);
        LiveModel live = study.live();
        for (ModelCard.CodeLine quality : live.overview().lines()) {
            assertThat(quality.considered()).isEqualTo((int) study.codings.values().stream()
                    .filter(coding -> coding.containsKey(new CodeId(quality.code())))
                    .count());
            assertThat(quality.applies()).isEqualTo((int) study.codings.values().stream()
                    .filter(coding -> Boolean.TRUE.equals(coding.get(new CodeId(quality.code()))))
                    .count());
        }
    }
}

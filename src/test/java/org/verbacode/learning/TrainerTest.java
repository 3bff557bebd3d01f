package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

class TrainerTest {
    private static final Code SUPPORT = code("1", "Soutien", "Être soutenu", "soutien, soutenir, épauler");
    private static final Code ADVICE = code("2", "Conseils", "Recevoir des conseils", "conseil, astuce");
    private static final Code STRESS = code("3", "Stress", "Être moins stressé", "stress, anxiété");
    private static final Code NEVER = code("4", "Jardinage", "Parler de plantes", "fleur, plante");
    private static final Codebook CODEBOOK =
            new Codebook(new QuestionName("apports"), 1, List.of(SUPPORT, ADVICE, STRESS, NEVER));

    private static final FrenchAnalyser ANALYSER = new FrenchAnalyser();

    private static @Nullable Fixture fixture;

    /** Trained once, since loading the word vectors takes a second. */
    private record Fixture(WordVectors vectors, Trainer trainer, Model model) {
        Trainer learning(Regularisation regularisation) {
            return new Trainer(ANALYSER, vectors, List.of(regularisation));
        }
    }

    @BeforeAll
    static void train(@TempDir Path cache) {
        WordVectors vectors = new WordVectors(cache);
        Trainer trainer = new Trainer(ANALYSER, vectors);
        fixture = new Fixture(vectors, trainer, trainer.train(set()));
    }

    private static Model model() {
        return Objects.requireNonNull(fixture).model();
    }

    private static Code code(String id, String name, String definition, String include) {
        return new Code(new CodeId(id), name, null, definition, include, "", "", null);
    }

    private static AnswerId id(String respondent) {
        return AnswerId.of(new StudyName("s"), new WaveName("w"), new QuestionName("q"), new RespondentId(respondent));
    }

    private static TrainingSet set() {
        Map<String, List<Code>> coded = new LinkedHashMap<>();
        coded.put("Elle m’a beaucoup soutenu", List.of(SUPPORT));
        coded.put("Un vrai soutien toute l’année", List.of(SUPPORT));
        coded.put("Des conseils pour étudier", List.of(ADVICE));
        coded.put("De bons conseils et du soutien", List.of(SUPPORT, ADVICE));
        coded.put("J’étais moins stressée aux examens", List.of(STRESS));
        coded.put("Moins de stress avant les examens", List.of(STRESS));
        coded.put("Rien", List.of());
        coded.put("Rien du tout", List.of());
        coded.put("Des conseils de méthode", List.of(ADVICE));
        List<Example> examples = new ArrayList<>();
        coded.forEach((text, codes) -> {
            Map<CodeId, Boolean> considered = new LinkedHashMap<>();
            for (Code code : List.of(SUPPORT, ADVICE, STRESS)) {
                considered.put(code.id(), codes.contains(code));
            }
            examples.add(new Example(id("a" + examples.size()), ANALYSER.analyse(text), considered));
        });
        return new TrainingSet(CODEBOOK, examples, List.of(ANALYSER.analyse("Une aide précieuse")), 1);
    }

    private static List<CodeId> proposed(String text) {
        return model().suggest(id("x"), ANALYSER.analyse(text)).stream()
                .filter(Suggestion::proposed)
                .map(Suggestion::code)
                .toList();
    }

    @Test
    void newWordingsOfTheSameIdeaAreRecognised() {
        assertThat(proposed("Le soutien de ma marraine")).contains(SUPPORT.id()).doesNotContain(STRESS.id());
        assertThat(proposed("elle ma donné des conseils")).contains(ADVICE.id());
        assertThat(proposed("Rien")).isEmpty();
    }

    @Test
    void aCodeWithoutExamplesIsKnownByItsDefinition() {
        List<Suggestion> suggestions = model().suggest(id("x"), ANALYSER.analyse("On parlait de fleurs"));

        assertThat(suggestions.get(0).code()).isEqualTo(NEVER.id());
    }

    /** Its keyword occurs in every answer. */
    @Test
    void aCodeCreatedAfterTheAnswersWereCodedIsNotGivenToMostOfThem() {
        Code late = code("5", "Cours", "", "cours");
        List<Example> examples = new ArrayList<>();
        List<Code> three = List.of(SUPPORT, ADVICE, STRESS);
        List<String> words = List.of("du soutien", "des conseils", "du stress");
        for (int i = 0; i < 60; i++) {
            Map<CodeId, Boolean> considered = new LinkedHashMap<>();
            for (Code code : three) {
                considered.put(code.id(), code.equals(three.get(i % 3)));
            }
            String text = "Au cours " + words.get(i % 3) + " le " + i;
            examples.add(new Example(id("b" + i), ANALYSER.analyse(text), considered));
        }
        Codebook codebook = new Codebook(new QuestionName("apports"), 2, List.of(SUPPORT, ADVICE, STRESS, late));

        Model trained =
                Objects.requireNonNull(fixture).trainer().train(new TrainingSet(codebook, examples, List.of(), 1));

        assertThat(examples.stream()
                        .flatMap(example -> trained.suggest(example.id(), example.answer()).stream())
                        .filter(said -> said.proposed() && said.code().equals(late.id())))
                .as("of 60 answers a third bears each of the others")
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void theSameTrainingSetGivesTheSameModelBitForBit() {
        AnalysedAnswer answer = ANALYSER.analyse("Un soutien moral contre le stress des examens");
        Model again = Objects.requireNonNull(fixture).trainer().train(set());

        assertThat(again.suggest(id("x"), answer)).isEqualTo(model().suggest(id("x"), answer));
    }

    /** Whole answer and clauses have different weights under each regularisation. */
    @ParameterizedTest
    @EnumSource
    void whatTheWordsAddIsWhatTheAnswerHasMoreThanAnEmptyOne(Regularisation regularisation) {
        Model model = Objects.requireNonNull(fixture).learning(regularisation).train(set());
        AnalysedAnswer empty = ANALYSER.analyse("");
        for (String text : List.of(
                "Du soutien, des conseils et du soutien encore",
                "Plus de stress du tout ; elle m’a donné des astuces, puis du courage",
                "Soutien")) {
            AnalysedAnswer answer = ANALYSER.analyse(text);
            for (Code code : CODEBOOK.codes()) {
                double words = model.explain(answer, code.id()).stream()
                        .mapToDouble(Contribution::contribution)
                        .sum();
                assertThat(words)
                        .as(text + " " + code.name())
                        .isCloseTo(logit(model, answer, code) - logit(model, empty, code), within(1e-6));
            }
        }
    }

    private static double logit(Model model, AnalysedAnswer answer, Code code) {
        double p = model.suggest(id("x"), answer).stream()
                .filter(suggestion -> suggestion.code().equals(code.id()))
                .findFirst()
                .orElseThrow()
                .probability();
        return Math.log(p / (1 - p));
    }

    @Test
    void theWordThatNamesTheCodeWeighsMost() {
        AnalysedAnswer answer = ANALYSER.analyse("Toute une année de soutien");
        Contribution heaviest = model().explain(answer, SUPPORT.id()).stream()
                .max(Comparator.comparingDouble(Contribution::contribution))
                .orElseThrow();

        assertThat(answer.text().substring(heaviest.start(), heaviest.end())).isEqualTo("soutien");
    }

    @Test
    void anEmptyAnswerBearsNothing() {
        assertThat(proposed("")).isEmpty();
    }
}

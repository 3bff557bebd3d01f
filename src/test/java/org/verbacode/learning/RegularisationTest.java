package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

class RegularisationTest {
    private static final List<String> IDEAS = List.of("du soutien", "des conseils", "moins de stress", "une méthode");
    private static final List<String> BESIDES = List.of(
            "année",
            "marraine",
            "soir",
            "cours",
            "midi",
            "livre",
            "table",
            "semaine",
            "bus",
            "chat",
            "fenêtre",
            "jardin",
            "musique",
            "café",
            "pluie",
            "vélo",
            "cousin",
            "voyage",
            "photo",
            "village");
    private static final FrenchAnalyser ANALYSER = new FrenchAnalyser();
    private static @Nullable Trainer trainer;

    @BeforeAll
    static void readVectors(@TempDir Path cache) {
        trainer = new Trainer(ANALYSER, new WordVectors(cache));
    }

    private static Code code(int idea) {
        return new Code(new CodeId("c" + idea), IDEAS.get(idea), null, "", "", "", "", null);
    }

    /** @param wrong number of random codings in ten */
    private static TrainingSet set(int answers, int wrong) {
        SplittableRandom random = new SplittableRandom(3);
        List<Code> codes = IntStream.range(0, IDEAS.size())
                .mapToObj(RegularisationTest::code)
                .toList();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            int idea = random.nextInt(IDEAS.size());
            int said = random.nextInt(10) < wrong ? random.nextInt(IDEAS.size()) : idea;
            StringBuilder text = new StringBuilder(IDEAS.get(idea));
            for (int k = 0; k < 4; k++) {
                text.append(" ").append(BESIDES.get(random.nextInt(BESIDES.size())));
            }
            Map<CodeId, Boolean> considered = new LinkedHashMap<>();
            for (int code = 0; code < codes.size(); code++) {
                considered.put(codes.get(code).id(), code == said);
            }
            examples.add(new Example(id(i), ANALYSER.analyse(text.toString()), considered));
        }
        return new TrainingSet(new Codebook(new QuestionName("q"), 1, codes), examples, List.of(), 1);
    }

    private static AnswerId id(int answer) {
        return AnswerId.of(
                new StudyName("s"), new WaveName("w"), new QuestionName("q"), new RespondentId("r" + answer));
    }

    private static Model trained(TrainingSet set) {
        return Objects.requireNonNull(trainer).train(set);
    }

    @Test
    void answersThatAreCodedAlikeAreTakenAtTheirWord() {
        assertThat(trained(set(80, 0)).regularisation()).isEqualTo(Regularisation.LEAST);
    }

    @Test
    void codingsThatContradictEachOtherAskForCaution() {
        assertThat(trained(set(80, 6)).regularisation()).isEqualTo(Regularisation.MOST);
    }

    @Test
    void aHandfulOfAnswersDoesNotTell() {
        assertThat(trained(set(12, 6)).regularisation()).isEqualTo(Regularisation.USUAL);
    }

    @Test
    void theOrderOfTheAnswersDoesNotChangeIt() {
        TrainingSet set = set(450, 3);
        List<Example> turned = new ArrayList<>(set.examples());
        Collections.reverse(turned);
        Model model = trained(set);
        Model other = trained(new TrainingSet(set.codebook(), turned, List.of(), 1));

        assertThat(other.regularisation()).isEqualTo(model.regularisation());
        AnalysedAnswer answer = ANALYSER.analyse("des conseils, et une méthode de travail");
        double[] one = probabilities(model, answer);
        assertThat(probabilities(other, answer)).containsExactly(one, within(1e-5));
    }

    private static double[] probabilities(Model model, AnalysedAnswer answer) {
        return model.suggest(id(0), answer).stream()
                .mapToDouble(suggestion -> suggestion.probability())
                .toArray();
    }
}

package org.verbacode.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verbacode.workflow.SampleStudy.FIRST;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.SECOND;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Answer;
import org.verbacode.study.Question;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

/** Tests a question whose codes were given differently in the first wave. */
class WaveWeightsOfAModelTest {
    private static final CoderName MARIE = new CoderName("Marie");
    private static final List<String> ENDINGS =
            List.of("", " moral", " toute l’année", " précieux", " de ma marraine", " pour étudier", " au besoin");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        sample = SampleStudy.in(workspace, 0);
        give(FIRST, List.of("Merci pour le", "Encore un", "Parfois du", "Peu de"));
        give(SECOND, List.of("Un", "Du", "Beaucoup de", "Le", "Vraiment un", "Toujours du"));
    }

    private void give(WaveName wave, List<String> openings) {
        int number = 0;
        for (String opening : openings) {
            for (String ending : ENDINGS) {
                boolean support = number % 2 == 0;
                give(wave, number++, opening + (support ? " soutien" : " conseil") + ending, support);
            }
        }
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** In the first wave the two codes are swapped. */
    private void give(WaveName wave, int number, String text, boolean support) {
        String code = support == wave.equals(SECOND) ? "Soutien" : "Conseils";
        sample.code(MARIE, sample.give(wave, "R" + number, text), List.of(code));
    }

    private ModelCard card(ModelName model) {
        return new ChooseModel(workspace).one(model).card();
    }

    @Test
    void answersOfAWaveThatWasCodedOtherwiseCountLessAndTheCardSaysSo() {
        TrainModel.Outcome outcome = sample.train();

        double weight = outcome.waves().getOrDefault(FIRST, 1.0);
        assertThat(weight).isLessThan(1);
        assertThat(outcome.waves()).containsEntry(SECOND, 1.0);
        assertThat(outcome.weighed().orElseThrow().in(Locale.ENGLISH)).contains("2019-2020 × 0.", "2020-2021 × 1.");
        assertThat(card(outcome.model()).waveWeights()).isEqualTo(Map.of(FIRST.value(), weight, SECOND.value(), 1.0));
    }

    @Test
    void aVersionOfOneWaveHasNothingToWeigh() {
        TrainModel.Outcome outcome = sample.train(FIRST);

        assertThat(outcome.weighed()).isEmpty();
        assertThat(card(outcome.model()).waveWeights()).isEmpty();
    }

    @Test
    void madeAgainFromItsCardItIsTheSameToTheLastByte() throws IOException {
        ModelName original = sample.train().model();

        RemakeModel.Outcome again = new RemakeModel(workspace).run(original.value(), Progress.NONE);

        assertThat(Files.readAllBytes(weights(again.model()))).isEqualTo(Files.readAllBytes(weights(original)));
        assertThat(card(again.model()).waveWeights()).isEqualTo(card(original).waveWeights());
    }

    private Path weights(ModelName model) {
        return workspace.models().resolve(model.value()).resolve("weights.bin");
    }

    @Test
    void theReviewScreenWeighsAsTheVersionThatItFollows() {
        Answer fresh = sample.give("R900", "Quel soutien !");
        ModelName model = sample.train().model();
        new SuggestCodes(workspace)
                .run(new SuggestCodes.Request(STUDY, QUESTION, Optional.empty(), Optional.empty()), Progress.NONE);
        Question question = workspace.database().studies().questions(STUDY).get(0);
        QuestionSnapshot coded = QuestionSnapshot.of(workspace, STUDY, QUESTION);
        try (LiveModels live = new LiveModels(workspace, Runnable::run)) {
            LiveSuggestions said = live.follow(question, Optional.of(model), coded.codebook(), coded.answers())
                    .flatMap(LiveQuestion::now)
                    .orElseThrow();

            List<Suggestion> now = said.of(fresh.id());
            assertThat(now).hasSize(3);
            assertThat(workspace.database().suggestions().of(fresh.id())).allSatisfy(stored -> assertThat(now)
                    .filteredOn(other -> other.code().equals(stored.code()))
                    .singleElement()
                    .matches(other -> Math.abs(other.probability() - stored.probability()) < 1e-6));
        }
    }
}

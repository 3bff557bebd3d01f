package org.verbacode.workflow.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.exchange.model.ModelFolder;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelChanges;
import org.verbacode.study.Answer;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

/** Tests the reproduction of a version after the study has changed. */
class RemakeModelTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final CoderName MARIE = new CoderName("Marie");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.fixed(NOON, ZoneOffset.UTC));
        sample = SampleStudy.in(workspace, 40).coded(MARIE, 24);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ModelName train(WaveName... waves) {
        return sample.train(waves).model();
    }

    private RemakeModel.Outcome again(String card) {
        return new RemakeModel(workspace).run(card, Progress.NONE);
    }

    private byte[] weights(ModelName name) throws IOException {
        return Files.readAllBytes(place(name).resolve("weights.bin"));
    }

    private Path place(ModelName name) {
        return workspace.models().resolve(name.value());
    }

    private Answer first() {
        return workspace.database().answers().given(STUDY, QUESTION).get(0);
    }

    /** Changes a coding, a text and the codebook, and adds an answer. */
    private void goOn() {
        sample.code(MARIE, first(), List.of("Conseils"));
        Answer second = workspace.database().answers().given(STUDY, QUESTION).get(1);
        workspace
                .database()
                .answers()
                .save(List.of(Answer.given(STUDY, second.wave(), QUESTION, second.respondent(), "Tout autre chose")));
        workspace.database().answers().accept(second.id(), 2);
        sample.give("new", "Un mot tout neuf : kayak");
        List<Code> codes = new ArrayList<>(
                workspace.database().codebooks().current(STUDY, QUESTION).codes());
        Code last = codes.remove(2);
        codes.add(new Code(last.id(), "Attention", last.theme(), last.definition(), "", "", "", null));
        codes.add(Code.named(new CodeId("kayak"), "Kayak"));
        workspace.database().codebooks().save(STUDY, QUESTION, codes);
    }

    @Test
    void aVersionIsTheSameToTheLastByteThoughTheStudyHasGoneOn() throws IOException {
        ModelName original = train();
        ModelCard before = ModelFolder.card(place(original));
        goOn();
        ModelName later = train();

        RemakeModel.Outcome outcome = again(original.value());

        assertThat(weights(outcome.model())).isEqualTo(weights(original)).isNotEqualTo(weights(later));
        ModelCard card = ModelFolder.card(place(outcome.model()));
        assertThat(card.reproduces()).isEqualTo(original.value());
        assertThat(card.parent()).isNull();
        assertThat(card)
                .usingRecursiveComparison()
                .ignoringFields("model", "reproduces")
                .isEqualTo(before);
        assertThat(outcome.differences()).isEmpty();
        assertThat(workspace.database().studies().currentModel(STUDY, QUESTION)).contains(later.value());
    }

    @Test
    void aCardIsFoundByItsPathAndItsWavesAreKept() throws IOException {
        ModelName original = train(FIRST);

        RemakeModel.Outcome outcome = again(place(original).resolve("card.json").toString());

        assertThat(weights(outcome.model())).isEqualTo(weights(original));
        assertThat(outcome.examples()).isEqualTo(12);
        assertThat(ModelFolder.card(place(outcome.model())).waves()).containsExactly(FIRST.value());
    }

    @Test
    void theCardSaysWhatItWasMadeOfAndWhatHasChanged() {
        ModelName original = train(FIRST);
        ModelCard first = ModelFolder.card(place(original));
        goOn();
        ModelCard second = ModelFolder.card(place(train(FIRST, SECOND)));

        assertThat(first.libraries()).containsKeys("java", "verbacode", "stanford-corenlp", "weka", "morfologik");
        assertThat(first.libraries().values()).noneMatch(version -> version.contains("$"));
        assertThat(first.resources()).containsKeys("french-ud.tagger", "french.dict", "UD_French.gz");
        assertThat(first.resources().values()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(first.parent()).isNull();
        assertThat(first.changes()).isNull();
        assertThat(second.parent()).isEqualTo(original.value());
        assertThat(requireNonNull(second.state()).lastDecision())
                .isEqualTo(workspace.database().codings().latest().orElseThrow().value());
        assertThat(second.changes())
                .isEqualTo(new ModelChanges(
                        new ModelChanges.Answers(12, 1, 1, 0),
                        List.of("Kayak"),
                        List.of(),
                        List.of(new ModelChanges.Renaming("Écoute", "Attention"))));
    }

    @Test
    void anotherWorkspaceWithTheSameStudyMakesTheSame(@TempDir Path elsewhere) throws IOException {
        ModelName original = train();
        byte[] weights = weights(original);
        try (Workspace other = Workspace.open(elsewhere, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            SampleStudy.in(other, 40).coded(MARIE, 24);

            RemakeModel.Outcome outcome =
                    new RemakeModel(other).run(place(original).toString(), Progress.NONE);

            assertThat(Files.readAllBytes(
                            other.models().resolve(outcome.model().value()).resolve("weights.bin")))
                    .isEqualTo(weights);
        }
        try (Workspace less = Workspace.open(
                elsewhere.resolve("less"), Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            SampleStudy.in(less, 38).coded(MARIE, 24);

            assertThatThrownBy(() -> new RemakeModel(less).run(place(original).toString(), Progress.NONE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("2 des 40 réponses");
        }
    }

    /** A card of an earlier Verbacode, without a checksum of itself. */
    private static String unsealed(Path card) throws IOException {
        return Files.readString(card).replaceFirst(",\\s*\"checksum\" : \"[^\"]*\"", "");
    }

    @Test
    void aCardAloneIsEnoughWhileTheStudyIsAsItWas(@TempDir Path elsewhere) throws IOException {
        ModelName original = train(FIRST);
        Path alone = Files.copy(place(original).resolve("card.json"), elsewhere.resolve("fiche.json"));

        RemakeModel.Outcome outcome = again(alone.toString());

        assertThat(weights(outcome.model())).isEqualTo(weights(original));
        goOn();
        assertThatThrownBy(() -> again(alone.toString()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("12 réponses codées")
                .hasMessageContaining("answers.csv");
        Files.copy(place(original).resolve("answers.csv"), elsewhere.resolve("answers.csv"));
        assertThat(weights(again(alone.toString()).model())).isEqualTo(weights(original));
    }

    @Test
    void aCardOfAnEarlierVerbacodeIsMadeAgainWhileTheStudyIsAsItWas() throws IOException {
        ModelName original = train();
        Path card = place(original).resolve("card.json");
        String old = unsealed(card)
                .replaceAll("(?s)\"(state|resources)\" : \\{.*?\\},\\s*", "")
                .replaceAll("\"(changes|reproduces|waveWeights)\" : [^,]*,\\s*", "");
        assertThat(old).doesNotContain("state", "changes", "waveWeights");
        Files.writeString(card, old);

        assertThat(weights(again(original.value()).model())).isEqualTo(weights(original));

        goOn();
        assertThatThrownBy(() -> again(original.value()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("pas identique");
        assertThat(ModelFolder.list(workspace.models())).hasSize(2);
    }

    @Test
    void whatCannotBeTheSameIsRefusedBeforeItIsComputed() throws IOException {
        ModelName original = train();
        Path card = place(original).resolve("card.json");
        String whole = unsealed(card);
        Map<String, String> wrong = Map.of(
                whole.replaceFirst("\"recipe\" : \"[^\"]*\"", "\"recipe\" : \"ridges-0\""), "ridges-0",
                whole.replaceFirst("\"codebookHash\" : \"[^\"]*\"", "\"codebookHash\" : \"x\""), "livre de codes",
                whole.replaceFirst("\"examplesHash\" : \"[^\"]*\"", "\"examplesHash\" : \"x\""), "24 réponses codées",
                whole.replaceFirst("\"otherTextsHash\" : \"[^\"]*\"", "\"otherTextsHash\" : \"x\""), "16 autres",
                whole.replaceFirst("\"purged\" : null", "\"purged\" : \"2026-03-01T12:00:00Z\""), "effacés");
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            Files.writeString(card, one.getKey());
            assertThatThrownBy(() -> again(original.value()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining(one.getValue());
        }
        assertThat(ModelFolder.list(workspace.models())).containsExactly(original);
    }

    @Test
    void whatComputesOtherwiseIsNamed() throws IOException {
        ModelName original = train();
        Path card = place(original).resolve("card.json");
        Files.writeString(
                card,
                unsealed(card)
                        .replaceFirst("\"weka\" : \"[^\"]*\"", "\"weka\" : \"3.7\"")
                        .replaceFirst("\"french.dict\" : \"[^\"]*\"", "\"french.dict\" : \"x\""));

        assertThat(again(original.value()).differences())
                .extracting(Object::toString)
                .hasSize(2)
                .anyMatch(text -> text.contains("weka") && text.contains("3.7"))
                .anyMatch(text -> text.contains("french.dict"));

        Files.writeString(
                card, Files.readString(card).replaceFirst("\"weightsHash\" : \"[^\"]*\"", "\"weightsHash\" : \"x\""));
        assertThatThrownBy(() -> again(original.value()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("pas identique")
                .hasMessageContaining("weka (3.7 alors");
    }
}

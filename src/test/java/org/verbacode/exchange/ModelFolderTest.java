package org.verbacode.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.TrainingSet;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

class ModelFolderTest {
    private static final FrenchAnalyser ANALYSER =
            new FrenchAnalyser(new SurveyLexicon(Set.of("monitorix"), Set.of("ag"), Map.of("bu", "bibliothèque")));
    private static final AnswerId ID =
            AnswerId.of(new StudyName("s"), new WaveName("w"), new QuestionName("q"), new RespondentId("r"));
    private static final AnswerId OTHER =
            AnswerId.of(new StudyName("s"), new WaveName("w"), new QuestionName("q"), new RespondentId("o"));
    private static @Nullable Model trained;

    @TempDir
    Path models;

    private Path folder = Path.of("");

    @BeforeAll
    static void train(@TempDir Path cache) {
        Code code = new Code(new CodeId("1"), "Soutien", null, "Être soutenu", "appui", "", "", null);
        Codebook codebook = new Codebook(new QuestionName("q"), 1, List.of(code));
        trained = new Trainer(ANALYSER, new WordVectors(cache))
                .train(new TrainingSet(
                        codebook,
                        List.of(example("Du soutien", true, code), example("Rien", false, code)),
                        List.of(),
                        1));
    }

    private static Example example(String text, boolean applies, Code code) {
        return new Example(ID, ANALYSER.analyse(text), Map.of(code.id(), applies));
    }

    private static Model model() {
        return Objects.requireNonNull(trained);
    }

    @BeforeEach
    void write() {
        List<LearnedAnswer> answers = List.of(
                new LearnedAnswer(ID, new WaveName("=w"), 2, new CoderName("C1"), Map.of(new CodeId("1"), true)),
                new LearnedAnswer(OTHER, new WaveName("w"), 1, null, Map.of()));
        folder = ModelFolder.write(model(), card(), answers, models);
    }

    private static ModelCard card() {
        return new ModelCard(
                "m-1",
                "s",
                "q",
                "r",
                1,
                List.of("w"),
                Map.of("w", 1.0),
                2,
                "",
                0,
                1,
                "",
                "",
                Map.of("file", "hash"),
                Map.of("java", "17"),
                "2026-03-01T12:00:00Z",
                null,
                null,
                new ModelCard.State(null, "", "", ""),
                null,
                model().codeLines(),
                "",
                null);
    }

    @Test
    void whatIsReadSaysBitForBitWhatWasWritten() {
        AnalysedAnswer answer = ANALYSER.analyse("Un appui moral et du soutien");

        Model read = ModelFolder.read(folder);

        assertThat(read.suggest(ID, answer)).isEqualTo(model().suggest(ID, answer));
        assertThat(read.analyser().survey()).isEqualTo(ANALYSER.survey());
        assertThat(read.explain(answer, new CodeId("1"))).isEqualTo(model().explain(answer, new CodeId("1")));
        assertThat(ModelFolder.card(folder).codes()).isEqualTo(model().codeLines());
    }

    @Test
    void versionsAreListedAndNothingElse() throws IOException {
        Files.createDirectory(models.resolve("leer"));

        assertThat(ModelFolder.list(models)).containsExactly(new ModelName("m-1"));
        try (Stream<Path> left = Files.list(models)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void aVersionIsNeverOverwritten() {
        assertThatThrownBy(() -> ModelFolder.write(model(), ModelFolder.card(folder), List.of(), models))
                .isInstanceOf(RefusedException.class);
        assertThat(ModelFolder.read(folder)).isNotNull();
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("weights.bin"));
        Random random = new Random(3);
        for (int trial = 0; trial < 20; trial++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(folder.resolve("weights.bin"), damaged);
            refused();
        }
    }

    @Test
    void anotherFileUnderTheRightChecksumIsRefused() throws IOException {
        Path weights = folder.resolve("weights.bin");
        for (byte[] hostile : List.of(new byte[0], "not a model".getBytes(StandardCharsets.UTF_8))) {
            Files.write(weights, hostile);
            ModelCard card = ModelFolder.card(folder).withFiles(sha256(hostile), null);
            Files.writeString(folder.resolve("card.json"), Json.write(card));
            refused();
        }
    }

    @Test
    void aCardThatIsNoneIsRefused() throws IOException {
        for (String card : List.of("", "[]", "{}", "{\"model\": \"../../elsewhere\"}", "nul\0l")) {
            Files.writeString(folder.resolve("card.json"), card);
            assertThatThrownBy(() -> ModelFolder.card(folder)).as(card).isInstanceOf(RefusedException.class);
        }
    }

    private void refused() {
        assertThatThrownBy(() -> ModelFolder.read(folder)).isInstanceOf(RefusedException.class);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

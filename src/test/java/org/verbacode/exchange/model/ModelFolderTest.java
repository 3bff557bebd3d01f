package org.verbacode.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
import org.verbacode.exchange.Json;
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
                model().regularisation(),
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
                model().lead(),
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

    /** A hostile file has the right checksum, so that the reader must not rely on it. */
    @Test
    void aSpoiltModelUnderTheRightChecksumIsRefusedOrStillAModel() throws IOException {
        byte[] whole = unfolded(Files.readAllBytes(folder.resolve("weights.bin")));
        AnalysedAnswer answer = ANALYSER.analyse("Un appui moral et du soutien");
        Random random = new Random(7);
        int refused = 0;
        for (int trial = 0; trial < 300; trial++) {
            byte[] spoilt = trial % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int change = 0; spoilt.length > 0 && change <= trial % 4; change++) {
                // Half of the changes are near the beginning, where texts and counts are.
                int place = random.nextInt(change % 2 == 0 ? Math.min(2_000, spoilt.length) : spoilt.length);
                spoilt[place] ^= (byte) (1 << random.nextInt(8));
            }
            put(folded(spoilt));
            Model read;
            try {
                read = ModelFolder.read(folder);
            } catch (RefusedException e) {
                refused++;
                continue;
            }
            read.suggest(ID, read.analyser().analyse(answer.text()));
            for (Code code : read.codebook().codes()) {
                read.explain(answer, code.id());
            }
        }
        assertThat(refused).isGreaterThan(150);
    }

    @Test
    void aSmallFileThatUnfoldsWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bomb))) {
            out.write(unfolded(Files.readAllBytes(folder.resolve("weights.bin"))), 0, 4);
            out.writeInt(1_000_000);
            byte[] word = new byte[1_000_000];
            for (int i = 0; i < 600; i++) {
                word[0] = (byte) (1 + i / 100);
                word[1] = (byte) (1 + i % 100);
                out.writeInt(word.length);
                out.write(word);
            }
        }
        put(bomb.toByteArray());

        refused();
    }

    @Test
    void aModelOfAnEarlierFormatIsToldApartFromADamagedOne() throws IOException {
        byte[] earlier = unfolded(Files.readAllBytes(folder.resolve("weights.bin")));
        earlier[3]--;
        put(folded(earlier));

        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).sentence().key())
                .isEqualTo("exchange.model.earlier");
        assertThat(ModelFolder.card(folder).codes()).isNotEmpty();
    }

    private void put(byte[] weights) throws IOException {
        Files.write(folder.resolve("weights.bin"), weights);
        ModelCard card = ModelFolder.card(folder).withFiles(sha256(weights), null);
        Files.writeString(folder.resolve("card.json"), Json.write(card));
    }

    private static byte[] unfolded(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }

    private static byte[] folded(byte[] bytes) throws IOException {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(folded)) {
            out.write(bytes);
        }
        return folded.toByteArray();
    }

    /** A changed card may still be valid JSON; then its values must be valid. */
    @Test
    void aSpoiltCardIsRefusedOrSound() throws IOException {
        Path file = folder.resolve("card.json");
        byte[] whole = unsealed(Files.readString(file)).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        int refused = 0;
        for (int trial = 0; trial < 300; trial++) {
            byte[] spoilt = trial % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (spoilt.length > 0) {
                spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(7));
            }
            Files.write(file, spoilt);
            try {
                ModelCard card = ModelFolder.card(folder);
                assertThat(card.model()).matches("[a-z0-9][a-z0-9._-]*");
                assertThat(card.microF1()).isBetween(0.0, 1.0);
                assertThat(Json.write(card)).isNotEmpty();
            } catch (RefusedException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void aHostileCardIsRefused() throws IOException {
        Path file = folder.resolve("card.json");
        String whole = unsealed(Files.readString(file));
        Files.writeString(file, whole);
        assertThat(ModelFolder.card(folder).model()).isEqualTo("m-1");
        List<String> hostile = List.of(
                "[".repeat(400_000),
                "{\"model\":".repeat(90_000),
                whole.replaceFirst("\\{", "{ \"x\" : \"" + "x".repeat(1_000_001) + "\","),
                whole.replaceFirst("\\{", "{ \"model\" : \"m-2\","),
                whole + whole,
                whole.replaceFirst("\"m-1\"", "\"../m-1\""),
                whole.replaceFirst("\"m-1\"", "\"m..1\""),
                whole.replaceFirst("\"m-1\"", "\"m-1+01arz3ndektsv4rrffq69g5fav\""),
                whole.replaceFirst("\"m-1\"", "null"),
                whole.replaceFirst("\"examples\" : 2", "\"examples\" : -2"),
                whole.replaceFirst("\"examples\" : 2", "\"examples\" : 99999999999"),
                whole.replaceFirst("\"threshold\" : [^\n]*", "\"threshold\" : \"NaN\""),
                whole.replaceFirst("\"precision\" : [^,]*", "\"precision\" : 1e999"),
                whole.replaceFirst("\"recall\" : [^,]*", "\"recall\" : -0.1"),
                whole.replaceFirst("\"name\" : \"Soutien\"", "\"name\" : \"\\\\u001b[2J\""),
                whole.replaceFirst("\"java\" : \"17\"", "\"java\" : \"\\\\u001b[2J\""),
                whole.replaceFirst("2026-03-01T12:00:00Z", "gestern"),
                whole.replaceFirst("\"waves\" : \\[[^\\]]*\\]", "\"waves\" : [ null ]"),
                whole.replaceFirst("\"w\" : 1.0", "\"w\" : 0"),
                whole.replaceFirst("\"w\" : 1.0", "\"\\\\u001b[2J\" : 1.0"),
                whole.replaceFirst("\"parent\" : null", "\"parent\" : \"\\\\u001b[2J\""),
                whole.replaceFirst("\"reproduces\" : null", "\"reproduces\" : \"\\\\u001b[2J\""),
                whole.replaceFirst("\"purged\" : null", "\"purged\" : \"gestern\""),
                whole.replaceFirst(
                        "\"changes\" : null",
                        "\"changes\" : { \"codesAdded\" : [ \"\\\\u001b[2J\" ], \"codesRemoved\" : [ ],"
                                + " \"codesRenamed\" : [ ] }"),
                whole.replaceFirst(
                        "\"changes\" : null",
                        "\"changes\" : { \"codesAdded\" : [ ], \"codesRemoved\" : [ ], \"codesRenamed\" : [ {"
                                + " \"before\" : \"Soutien\", \"after\" : \"\\\\u001b[2J\" } ] }"),
                whole.replaceFirst("(?s)\"codes\" : \\[ (\\{.*?\\}) ]", "\"codes\" : [ $1, $1 ]"));
        for (String card : hostile) {
            assertThat(card).isNotEqualTo(whole);
            Files.writeString(file, card);
            assertThatThrownBy(() -> ModelFolder.card(folder))
                    .as(card.substring(0, Math.min(200, card.length())))
                    .isInstanceOf(RefusedException.class);
        }
    }

    /** A card without its own checksum. */
    private static String unsealed(String card) {
        String unsealed = card.replaceFirst(",\\s*\"checksum\" : \"[0-9a-f]{64}\"", "");
        assertThat(unsealed).isNotEqualTo(card);
        return unsealed;
    }

    @Test
    void aCardThatWasRewrittenIsRefused() throws IOException {
        Path file = folder.resolve("card.json");
        String whole = Files.readString(file);
        for (String rewritten : List.of(
                whole.replaceFirst("\"precision\" : [^,]*", "\"precision\" : 0.5"),
                whole.replaceFirst("\"threshold\" : [^\n]*", "\"threshold\" : 0.25"),
                whole.replaceFirst("\"name\" : \"Soutien\"", "\"name\" : \"Soutient\""),
                whole.replaceFirst("\"seed\" : 1", "\"seed\" : 2"),
                whole.replaceFirst("\\{", "{ \"note\" : 1,"),
                whole.replaceFirst("\"checksum\" : \"[0-9a-f]*", "\"checksum\" : \""),
                whole.replaceFirst("\"checksum\" : [^\n]*", "\"checksum\" : null"))) {
            assertThat(rewritten).isNotEqualTo(whole);
            Files.writeString(file, rewritten);
            assertThatThrownBy(() -> ModelFolder.card(folder))
                    .as(rewritten)
                    .isInstanceOf(RefusedException.class)
                    .extracting(
                            refused -> ((RefusedException) refused).sentence().key())
                    .isEqualTo("exchange.model.rewritten");
        }
        Files.writeString(file, whole.replaceAll("\n *", "\r\n\t"));
        assertThat(ModelFolder.card(folder).seed()).isEqualTo(1);
    }

    @Test
    void whatLeadsElsewhereIsNotFollowed() throws IOException {
        Path weights = folder.resolve("weights.bin");
        Path elsewhere = models.resolve("elsewhere");
        Files.move(weights, elsewhere);
        Files.createSymbolicLink(weights, elsewhere);

        refused();

        Files.delete(weights);
        Files.createSymbolicLink(weights, Path.of("/dev/zero"));
        refused();
        Files.delete(weights);
        Files.createDirectory(weights);
        refused();
        Path card = folder.resolve("card.json");
        Files.move(card, models.resolve("card"));
        Files.createSymbolicLink(card, models.resolve("card"));
        assertThatThrownBy(() -> ModelFolder.card(folder)).isInstanceOf(RefusedException.class);
        assertThat(ModelFolder.list(models)).isEmpty();
    }

    @Test
    void versionsAreListedInTheOrderOfTheirNumbers() throws IOException {
        for (String name : List.of("m-10", "m-2", "m-9-b", "m-9", "l-11", "m-01")) {
            Files.createDirectory(models.resolve(name));
            Files.copy(folder.resolve("card.json"), models.resolve(name).resolve("card.json"));
        }

        assertThat(ModelFolder.list(models))
                .extracting(ModelName::value)
                .containsExactly("l-11", "m-01", "m-1", "m-2", "m-9", "m-9-b", "m-10");
    }

    @Test
    void aFolderWhoseNameIsNoneIsPassedOver() throws IOException {
        for (String name : List.of("a..b", "A", "m-1+01arz3ndektsv4rrffq69g5fav", "é")) {
            Files.createDirectory(models.resolve(name));
            Files.copy(folder.resolve("card.json"), models.resolve(name).resolve("card.json"));
        }

        assertThat(ModelFolder.list(models)).containsExactly(new ModelName("m-1"));
    }

    @Test
    void theAnswersItKnewAreReadBackOrRefused() throws IOException {
        assertThat(ModelFolder.answers(folder))
                .containsExactly(
                        new LearnedAnswer(
                                ID, new WaveName("=w"), 2, new CoderName("C1"), Map.of(new CodeId("1"), true)),
                        new LearnedAnswer(OTHER, new WaveName("w"), 1, null, Map.of()));

        Path file = folder.resolve("answers.csv");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace(",1\r\n", ",0\r\n"));
        assertThatThrownBy(() -> ModelFolder.answers(folder)).isInstanceOf(RefusedException.class);
        for (String other : List.of(
                "",
                whole.replace(",Soutien", ""),
                whole.replace(",1\r\n", ",2\r\n"),
                whole.replace(",2,C1", ",two,C1"),
                whole.replaceFirst("\n[0-9a-f]", "\ng"),
                whole + "\"")) {
            assertThat(other).isNotEqualTo(whole);
            Files.writeString(file, other);
            ModelCard card = ModelFolder.card(folder);
            Files.writeString(
                    folder.resolve("card.json"),
                    Json.write(card.withFiles(card.weightsHash(), sha256(other.getBytes(StandardCharsets.UTF_8)))));
            assertThatThrownBy(() -> ModelFolder.answers(folder)).as(other).isInstanceOf(RefusedException.class);
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

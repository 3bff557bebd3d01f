package org.verbacode.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.exchange.model.ModelFolder;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.learning.Model;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.CancelledException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

/** Tests interruption and resumption of coding a file. */
class CodeFileTest {
    private static final int ROWS = 60;

    @TempDir
    static Path folder;

    private static String model = "";
    private static String other = "";
    private static Path in = Path.of("");
    private static byte[] whole = new byte[0];

    @TempDir
    Path place;

    private Path out = Path.of("");

    @BeforeAll
    static void codeOnceWithoutInterruption() throws IOException {
        try (Workspace workspace =
                Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            SampleStudy.in(workspace, 40).coded(new CoderName("Marie"), 40);
            model = train(workspace);
            other = train(workspace);
        }
        in = write(folder.resolve("in.csv"), ROWS);
        Path out = folder.resolve("whole.csv");
        new CodeFile(folder).run(new CodeFile.Request(model, in, "texte", out), Progress.NONE, begun -> {});
        whole = Files.readAllBytes(out);
    }

    private static String train(Workspace workspace) {
        return new TrainModel(workspace)
                .run(SampleStudy.STUDY, SampleStudy.QUESTION, List.of(), Progress.NONE)
                .model()
                .value();
    }

    /** The rows include line breaks, quotes, multi-byte characters, formulas, empty texts and an incomplete row. */
    private static Path write(Path file, int rows) throws IOException {
        List<String> texts = List.of(
                "Du soutien toute l’année",
                "\"Des conseils,\r\net \"\"de l’écoute\"\" 😀\"",
                "=SOMME(1)",
                "\"\"",
                "\"trois\n\r\nlignes \"");
        StringBuilder csv = new StringBuilder("id,texte,\"note\r\nlongue\"\r\n");
        for (int row = 0; row < rows; row++) {
            csv.append(row).append(',').append(texts.get(row % texts.size()));
            csv.append(row % 7 == 3 ? "\r\n" : ",é\r\n");
        }
        return Files.writeString(file, csv);
    }

    @BeforeEach
    void somewhere() {
        out = place.resolve("out.csv");
    }

    private Path part() {
        return place.resolve("out.csv.verbacode-part");
    }

    private CodeFile.Outcome code(String by, Path file, String column) {
        return new CodeFile(folder).run(new CodeFile.Request(by, file, column, out), Progress.NONE, begun -> {});
    }

    /** Repeated texts are analysed once. */
    @Test
    void everyRowBearsWhatTheModelSaysOfItsText() {
        code(model, in, "texte");

        Model says = ModelFolder.read(folder.resolve("models").resolve(model));
        List<Code> codes = says.codebook().codes();
        int coded = 0;
        try (TableReader rows = SurveyFile.open(out, ReadOptions.FIND_OUT).rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                List<String> cells = row.cells();
                String text = cells.get(1);
                if (!cells.get(4).isEmpty()) {
                    Map<CodeId, String> probabilities = new HashMap<>();
                    says.suggest(new AnswerId("0".repeat(32)), says.analyser().analyse(text))
                            .forEach(suggestion ->
                                    probabilities.put(suggestion.code(), String.valueOf(suggestion.probability())));
                    assertThat(cells.subList(4, 4 + codes.size()))
                            .containsExactlyElementsOf(codes.stream()
                                    .map(code -> probabilities.get(code.id()))
                                    .toList());
                    coded++;
                }
            }
        }
        assertThat(coded).isBetween(ROWS / 2, ROWS);
    }

    /** Writes what a killed program leaves: the record of inputs, and the first bytes of the file. */
    private void leave(int bytes) throws IOException {
        assertThatThrownBy(() -> new CodeFile(folder)
                        .run(new CodeFile.Request(model, in, "texte", out), Progress.NONE, begun -> {
                            throw new CancelledException();
                        }))
                .isInstanceOf(CancelledException.class);
        Files.write(part(), Arrays.copyOf(whole, bytes));
    }

    static Stream<Integer> bytesThatWereWritten() {
        Random random = new Random(11);
        return Stream.concat(
                Stream.of(1, whole.length - 1, whole.length),
                IntStream.range(0, 60).mapToObj(i -> random.nextInt(whole.length)));
    }

    @ParameterizedTest
    @MethodSource("bytesThatWereWritten")
    void whereverItWasCutOffTheResultIsTheSame(int bytes) throws IOException {
        leave(bytes);
        List<CodeFile.Beginning> told = new ArrayList<>();

        CodeFile.Outcome outcome =
                new CodeFile(folder).run(new CodeFile.Request(model, in, "texte", out), Progress.NONE, told::add);

        assertThat(out).hasBinaryContent(whole);
        assertThat(outcome.rows()).isEqualTo(ROWS);
        assertThat(outcome.rejected()).isEqualTo(9);
        assertThat(told).containsExactly(outcome.beginning());
        assertThat(outcome.beginning().startedAgain()).isFalse();
        // Line breaks of header and text are inside quotes; these are the ends of records.
        assertThat(outcome.beginning().takenOver()).isEqualTo(Math.max(0, records(bytes) - 1));
        assertThat(place.toFile().list()).containsExactly("out.csv");
    }

    private static long records(int bytes) {
        long records = 0;
        boolean quoted = false;
        for (int i = 0; i < bytes; i++) {
            quoted ^= whole[i] == '"';
            records += whole[i] == '\n' && whole[i - 1] == '\r' && !quoted ? 1 : 0;
        }
        return records;
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 40).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void blocksThatTheDiskLostAreWrittenAgain(long seed) throws IOException {
        Random random = new Random(seed);
        leave(whole.length - random.nextInt(whole.length / 2));
        try (FileChannel file = FileChannel.open(part(), StandardOpenOption.WRITE)) {
            byte[] zeros = new byte[1 + random.nextInt(200)];
            file.write(ByteBuffer.wrap(zeros), random.nextInt((int) file.size()));
        }

        code(model, in, "texte");

        assertThat(out).hasBinaryContent(whole);
    }

    @Test
    void theCodesOfRowsTakenOverCount() throws IOException {
        long codes = code(model, in, "texte").codes();
        Files.delete(out);
        leave(whole.length * 2 / 3);

        assertThat(codes).isPositive();
        assertThat(code(model, in, "texte").codes()).isEqualTo(codes);
    }

    @Test
    void whatWasMadeFromOtherThingsIsNotTakenOver() throws IOException {
        leave(whole.length / 2);
        assertThat(code(other, in, "texte").beginning()).isEqualTo(new CodeFile.Beginning(0, true));

        leave(whole.length / 2);
        assertThat(code(model, in, "id").beginning()).isEqualTo(new CodeFile.Beginning(0, true));

        leave(whole.length / 2);
        Path longer = write(place.resolve("in.csv"), ROWS + 1);
        assertThat(code(model, longer, "texte").beginning()).isEqualTo(new CodeFile.Beginning(0, true));

        leave(whole.length / 2);
        Files.delete(place.resolve("out.csv.verbacode-part.json"));
        assertThat(code(model, in, "texte").beginning()).isEqualTo(new CodeFile.Beginning(0, true));
        assertThat(out).hasBinaryContent(whole);
    }

    @Test
    void noTwoColumnsBearTheSameName() throws IOException {
        Path file =
                Files.writeString(place.resolve("twice.csv"), "texte,codes,Soutien,codes (2)\nDu soutien,ancien,1,x\n");

        code(model, file, "texte");

        List<String> columns =
                List.of(Files.readAllLines(out).get(0).replace("\uFEFF", "").split(","));
        assertThat(columns)
                .startsWith("texte", "codes", "Soutien", "codes (2)", "codes (3)")
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingStandsUnderTheNameUntilItIsWhole() throws IOException {
        Files.writeString(out, "before");

        leave(whole.length / 2);
        assertThat(out).hasContent("before");

        code(model, in, "texte");
        assertThat(out).hasBinaryContent(whole);
    }

    @Test
    void twoAtOnceAreRefused() {
        assertThatThrownBy(() -> new CodeFile(folder)
                        .run(
                                new CodeFile.Request(model, in, "texte", out),
                                Progress.NONE,
                                begun -> code(model, in, "texte")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("out.csv");

        assertThat(code(model, in, "texte").rows()).isEqualTo(ROWS);
        assertThat(out).hasBinaryContent(whole);
    }
}

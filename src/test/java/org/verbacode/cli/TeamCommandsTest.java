package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.exchange.Json;

/** The commands of a team, on the example study. */
class TeamCommandsTest {
    private static final List<String> APPORTS = List.of("--study", "Mentorat", "--question", "apports");

    /** The column of the first code, after id, wave, question and text. */
    private static final int FIRST_CODE = 4;

    @TempDir
    Path workspace;

    @BeforeEach
    void importTheExample() throws IOException {
        Path corpus = Files.createDirectories(workspace.resolve("corpus"));
        try (Stream<Path> files = Files.list(Path.of("corpus"))) {
            for (Path file : files.toList()) {
                Files.copy(file, corpus.resolve(file.getFileName()));
            }
        }
    }

    private CommandRun run(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        all.addAll(List.of("--workspace", workspace.toString(), "--lang", "en"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static List<String> on(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(APPORTS);
        return words;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> json(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        CommandRun run = run(all, "--format", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        return Json.read(run.out(), Map.class, "output");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> in(Map<String, Object> page, String... keys) {
        Map<String, Object> inner = page;
        for (String key : keys) {
            inner = (Map<String, Object>) inner.getOrDefault(key, Map.of());
        }
        return inner;
    }

    private static double figure(Map<String, Object> page, String key) {
        return page.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The figures were computed with scikit-learn and krippendorff (Python) from corpus/codage.csv. */
    @Test
    void theCodersOfTheExampleAgreeAsFarAsOtherProgramsSay() {
        Map<String, Object> page = json(on("agreement"), "--coders", "C1,C2");

        assertThat(figure(page, "answers")).isEqualTo(211);
        assertThat(figure(page, "micro_f1")).isEqualTo(0.8409, within(0.00005));
        assertThat(figure(page, "alpha_masi")).isEqualTo(0.7123, within(0.00005));
        Map<String, Object> soutien = in(page, "codes", "Soutien");
        assertThat(Stream.of("both", "first_only", "second_only", "neither").map(key -> figure(soutien, key)))
                .containsExactly(29.0, 13.0, 1.0, 168.0);
        assertThat(figure(soutien, "kappa")).isEqualTo(0.7669, within(0.00005));
        assertThat(figure(soutien, "ac1")).isEqualTo(0.9075, within(0.00005));
        assertThat(figure(soutien, "alpha")).isEqualTo(0.7661, within(0.00005));
        assertThat(figure(soutien, "alpha_low")).isLessThan(0.7661);
        assertThat(figure(in(page, "codes", "Métier"), "kappa")).isEqualTo(1);
        assertThat(in(page, "codes", "Métier")).containsEntry("alpha_low", null);
        assertThat(figure(in(page, "codes", "Feedback"), "kappa")).isEqualTo(0.7977, within(0.00005));
        assertThat(figure(in(page, "codes", "Echanges"), "positive_agreement")).isEqualTo(0.5882, within(0.00005));
    }

    private Map<String, Object> counts(String code, String... options) {
        List<String> words = new ArrayList<>(on("results"));
        words.addAll(List.of("--out", workspace.resolve("results").toString()));
        return in(json(words, options), "codes", code);
    }

    @Test
    void aMergeHasAsManyAnswersAsBearEitherAndItsUndoGivesTheOldCounts() {
        Map<String, Object> aide = counts("Aide");
        Map<String, Object> conseils = counts("Conseils-guidance");
        Map<String, Object> merge =
                json(on("codebook", "merge", "Aide", "Conseils-guidance"), "--into", "Aide-conseils", "--yes");
        assertThat(merge).containsEntry("version", 2);

        Map<String, Object> both = counts("Aide-conseils");

        // From corpus/codage.csv: answers to which C1, the reference coder, gives either code.
        assertThat(both).isEqualTo(Map.of("2019-2020", 19, "2020-2021", 20, "2021-2022", 0));
        assertThat(counts("Aide", "--codebook-version", "1")).isEqualTo(aide);
        assertThat(json(on("codebook", "undo"), "--yes")).containsEntry("version", 3);
        assertThat(counts("Aide")).isEqualTo(aide);
        assertThat(counts("Conseils-guidance")).isEqualTo(conseils);
        assertThat(counts("Aide-conseils", "--codebook-version", "2")).isEqualTo(both);
    }

    @Test
    void aChangeIsShownAndAskedForAndEachRefusalIsASentence() {
        InputStream in = System.in;
        System.setIn(InputStream.nullInputStream());
        CommandRun asked;
        try {
            asked = run(on("codebook", "retire", "Constellation"));
        } finally {
            System.setIn(in);
        }
        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.err()).contains("“Constellation” is retired", "Make this change?");

        for (List<String> wrong : List.of(
                on("codebook", "retire", "nothing", "--yes"),
                on("codebook", "rename", "Aide", "Soutien", "--yes"),
                on("codebook", "split", "Aide", "--into", "X", "--yes"),
                on("codebook", "show", "--version", "9"),
                on(
                        "results",
                        "--codebook-version",
                        "9",
                        "--out",
                        workspace.resolve("r").toString()),
                on("agreement", "--draw", "none"),
                on("draw", "--n", "9999", "--for", "audit"),
                List.of("packet", "merge", workspace.resolve("none.csv").toString()))) {
            CommandRun run = run(wrong);
            assertThat(run.exit()).as(String.join(" ", wrong)).isEqualTo(1);
            assertThat(run.err().strip())
                    .as(String.join(" ", wrong))
                    .isNotEmpty()
                    .doesNotContain("\tat ");
        }
        assertThat(run(List.of("draw")).exit()).isEqualTo(2);
        assertThat(json(on("codebook", "list"))).containsEntry("version", 1);
    }

    @Test
    void twoPacketsFilledByAScriptGiveTheAgreementThatItComputes() throws IOException {
        String draw = String.valueOf(json(on("draw"), "--n", "40", "--for", "double", "--coders", "A,B", "--seed", "5")
                .get("draw"));
        Map<String, boolean[]> first = fill(draw, "A", 1);
        Map<String, boolean[]> second = fill(draw, "B", 2);
        String b = workspace.resolve("B.csv").toString();
        String a = workspace.resolve("A.csv").toString();

        assertThat(json(List.of("packet", "merge", b))).containsEntry("new", 40).containsEntry("rejected", 0);
        assertThat(json(List.of("packet", "merge", a, b)))
                .containsEntry("new", 40)
                .containsEntry("unchanged", 40);
        assertThat(json(List.of("packet", "merge", a, b, a)))
                .containsEntry("new", 0)
                .containsEntry("unchanged", 120);

        int both = 0;
        int one = 0;
        for (Map.Entry<String, boolean[]> answer : first.entrySet()) {
            boolean[] other = second.get(answer.getKey());
            assertThat(other).isNotNull();
            for (int code = 0; code < answer.getValue().length; code++) {
                both += answer.getValue()[code] && other[code] ? 1 : 0;
                one += answer.getValue()[code] != other[code] ? 1 : 0;
            }
        }
        Map<String, Object> page = json(on("agreement"), "--draw", draw);
        assertThat(figure(page, "answers")).isEqualTo(40);
        assertThat(figure(page, "micro_f1")).isEqualTo(2.0 * both / (2.0 * both + one), within(1e-12));
        assertThat(json(List.of("draw", "show", draw)))
                .containsEntry("population", 268)
                .containsEntry("drawn", 40)
                .containsEntry("coded", 40);
        assertThat(in(json(on("coders")), "coders", "A"))
                .containsEntry("answers", 40)
                .containsEntry("blind", 40);
    }

    @Test
    void drawsOfOneNameAreToldApartByTheirQuestion() {
        List<String> gaps = List.of("--study", "Mentorat", "--question", "manques");
        json(on("draw"), "--n", "5", "--for", "training", "--coders", "A", "--name", "pilot");
        json(
                List.of("draw"),
                Stream.concat(
                                gaps.stream(),
                                Stream.of("--n", "3", "--for", "training", "--coders", "A", "--name", "pilot"))
                        .toArray(String[]::new));

        assertThat((List<?>) json(List.of("draw", "list")).get("draws")).hasSize(2);
        assertThat((List<?>) json(on("draw", "list")).get("draws")).hasSize(1);
        assertThat(run(List.of("draw", "show", "pilot")).exit()).isEqualTo(1);
        assertThat(json(on("draw", "show", "pilot"))).containsEntry("drawn", 5);
        assertThat(json(List.of("draw", "show", "pilot"), gaps.toArray(String[]::new)))
                .containsEntry("drawn", 3);
        CommandRun unknown = run(List.of("draw", "list", "--study", "nobody"));
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("nobody");
    }

    /** Fills a packet at random; the marks of each answer by wave and id. */
    private Map<String, boolean[]> fill(String draw, String coder, long seed) throws IOException {
        Path file = workspace.resolve(coder + ".csv");
        assertThat(json(List.of("packet", "make", "--draw", draw, "--coder", coder, "--out", file.toString())))
                .containsEntry("answers", 40);
        Random random = new Random(seed);
        Map<String, boolean[]> marks = new HashMap<>();
        StringWriter filled = new StringWriter();
        try (CSVParser rows = CSVParser.parse(Files.readString(file), CSVFormat.RFC4180);
                CSVPrinter out = new CSVPrinter(filled, CSVFormat.RFC4180)) {
            for (CSVRecord row : rows) {
                List<String> cells = new ArrayList<>(row.toList());
                if (row.getRecordNumber() > 1) {
                    boolean[] of = new boolean[cells.size() - FIRST_CODE];
                    for (int code = 0; code < of.length; code++) {
                        of[code] = random.nextInt(8) == 0;
                        cells.set(FIRST_CODE + code, of[code] ? "1" : "0");
                    }
                    marks.put(cells.get(0) + " " + cells.get(1), of);
                }
                out.printRecord(cells);
            }
        }
        Files.writeString(file, filled.toString());
        return marks;
    }
}

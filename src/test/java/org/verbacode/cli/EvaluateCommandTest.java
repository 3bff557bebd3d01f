package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.coding.CoderName;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

class EvaluateCommandTest {
    private static final String SMO = "weka.classifiers.functions.SMO -C 0.5";

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        try (Workspace workspace =
                Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            SampleStudy.in(workspace, 60).coded(new CoderName("Marie"), 60);
        }
    }

    private CommandRun evaluate(String... more) {
        List<String> all = new ArrayList<>(List.of("evaluate", "--study", "tutorat", "--question", "apports"));
        all.addAll(List.of(more));
        all.addAll(List.of("--workspace", folder.toString()));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        return CommandRun.of(all.toArray(String[]::new));
    }

    private JsonNode json(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("--format", "json"));
        CommandRun run = evaluate(all.toArray(String[]::new));
        assertThat(run.exit()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate --predictions", "evaluate --csv", "simulate --csv"})
    void anInputFileIsNeverOverwritten(String written) throws IOException {
        String before = "text,codes\nDu soutien,Soutien\n";
        Path train = Files.writeString(folder.resolve("train.csv"), before);
        String out = folder.resolve("x/../train.csv").toString();

        CommandRun run = CommandRun.of((written + " " + out + " --train " + train + " --test " + train
                        + " --text text --codes codes --lang en")
                .split(" ", -1));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("give the output another name");
        assertThat(train).hasContent(before);
    }

    @Test
    void codesWithTooFewExamplesToJudgeAreReported() throws IOException {
        StringBuilder csv = new StringBuilder("text,codes\n");
        for (int i = 0; i < 12; i++) {
            csv.append("Du soutien toute l’année ").append(i).append(",Soutien\n");
        }
        Path train = Files.writeString(folder.resolve("train.csv"), csv + "Des conseils,Conseils\nRien,Jamais\n");
        Path test = Files.writeString(folder.resolve("test.csv"), csv + "De bons conseils,Conseils\n");

        CommandRun run =
                CommandRun.of(("evaluate --train " + train + " --test " + test + " --text text --codes codes --lang en")
                        .split(" ", -1));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith("Soutien: ") && !line.contains("to judge"))
                .anyMatch(line -> line.startsWith("Conseils: ") && line.endsWith("; too few examples to judge"))
                .anyMatch(line -> line.startsWith("Jamais: ") && line.endsWith("; nobody gave it, nothing to judge"));
        assertThat(run.out())
                .as("what is not defined is not 0")
                .containsPattern("Jamais: precision (–|0\\.00), recall –, F1 –, average precision –")
                .containsPattern("Soutien: precision 1\\.00, recall 1\\.00, F1 1\\.00, average precision 1\\.00");
    }

    @Test
    void oneDrawOfASimulationHasNoDeviation() {
        String simulate =
                "simulate --study tutorat --question apports --order uncertain --lang en --workspace=" + folder;

        CommandRun one = CommandRun.of((simulate + " --seeds 1").split(" "));
        CommandRun two = CommandRun.of((simulate + " --seeds 2").split(" "));

        assertThat(one.out()).as(one.err()).contains("one draw", "times").doesNotContain("±");
        assertThat(two.out()).as(two.err()).contains("2 draws", "±");
    }

    @Test
    void aQuotedAnswerSendsNoControlCharactersToTheTerminal() throws IOException {
        StringBuilder csv = new StringBuilder("text,codes\n");
        for (int i = 0; i < 12; i++) {
            csv.append("Du soutien toute l’année ")
                    .append(i)
                    .append(",Soutien\nDes conseils ")
                    .append(i)
                    .append(",\n");
        }
        Path train = Files.writeString(folder.resolve("train.csv"), csv);
        Path test = Files.writeString(folder.resolve("test.csv"), "text,codes\nDu \u001b[31msoutien,\nRien,\n");

        CommandRun run = CommandRun.of(
                ("evaluate --mistakes 2 --train " + train + " --test " + test + " --text text --codes codes --lang en")
                        .split(" "));

        assertThat(run.out()).as(run.err()).contains("[31msoutien").doesNotContain("\u001b");
    }

    @Test
    void aListOfNoMistakesIsRefused() {
        CommandRun run = evaluate("--mistakes", "-1");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Ask for at least one");
    }

    @Test
    void otherLearnersAreComparedInATableAndInJson() throws IOException {
        CommandRun table = evaluate("--learner", SMO, "--folds", "3");
        JsonNode json = json("--learner", SMO, "--learner", "weka.classifiers.rules.ZeroR");

        assertThat(table.exit()).isZero();
        assertThat(table.out().lines())
                .anyMatch(line -> line.startsWith("Verbacode ") && line.endsWith(" s"))
                .anyMatch(line -> line.startsWith(SMO + ", threshold ½ "))
                .anyMatch(line -> line.startsWith(SMO + ", chosen threshold "))
                .anyMatch(line -> line.startsWith("Drawn at random and coded without a suggestion (60 answers)"))
                .anyMatch(line -> line.startsWith("All 60 judged answers were drawn at random"));
        assertThat(json.get("micro_f1").isNumber()).isTrue();
        assertThat(json.get("groups").get("at_random").get("answers").asInt()).isEqualTo(60);
        JsonNode smo = json.get("learners").get(SMO);
        for (String key :
                List.of("micro_f1", "macro_f1", "jaccard", "exact_match", "train_seconds", "predict_seconds")) {
            assertThat(smo.get(key).isNumber()).as(key).isTrue();
        }
        assertThat(smo.get("chosen_threshold").get("per_code").has("Soutien")).isTrue();
        assertThat(json.get("learners")
                        .get("weka.classifiers.rules.ZeroR")
                        .get("micro_f1")
                        .asDouble())
                .as("a rule that always gives the more frequent class finds no code")
                .isZero();
        assertThat(json.has("curve")).isFalse();
    }

    @Test
    void theLearningCurveHasAForecastSentence() throws IOException {
        JsonNode curve = json("--curve").get("curve");

        assertThat(curve.get("points")).hasSize(2);
        assertThat(curve.get("points").get(0).get("examples").asInt()).isEqualTo(25);
        assertThat(curve.get("points").get(1).get("examples").asInt()).isEqualTo(48);
        assertThat(curve.get("coded").asInt()).isEqualTo(60);
        assertThat(curve.get("forecasts").get(0).get("outlook").asText())
                .as("two points make no curve")
                .isEqualTo("unsure");
        assertThat(curve.get("sentence").asText()).contains("No reliable forecast");
    }

    @Test
    void theForecastSentenceIsInTheReadersLanguage() throws IOException {
        assertThat(json("--curve", "--lang", "fr").get("curve").get("sentence").asText())
                .contains("réponses codées de plus");
    }

    @Test
    void anUnknownClassifierIsRefusedBeforeSlowWork() {
        CommandRun refused = evaluate("--learner", "java.lang.Runtime");

        assertThat(refused.err())
                .isEqualToIgnoringNewLines("“java.lang.Runtime” is not one of Weka’s classifiers. Give one, for example"
                        + " weka.classifiers.functions.SMO.");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(evaluate("--learner").exit()).isEqualTo(2);
    }
}

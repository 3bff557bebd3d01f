package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.TrainModel;

class ModelsCompareCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void trainTwice() {
        try (Workspace workspace =
                Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            SampleStudy sample = SampleStudy.in(workspace, 80).coded(new CoderName("Marie"), 20);
            TrainModel training = new TrainModel(workspace);
            training.run(SampleStudy.STUDY, SampleStudy.QUESTION, List.of(SampleStudy.FIRST), Progress.NONE);
            sample.coded(new CoderName("Marie"), 40);
            training.run(SampleStudy.STUDY, SampleStudy.QUESTION, List.of(), Progress.NONE);
            sample.coded(new CoderName("Marie"), 80);
        }
    }

    private CommandRun compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of("models", "compare"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--workspace", folder.toString(), "--lang", "en"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void tablesShowTheCardsTheScoresAndTheSuggestionsOfBoth() {
        CommandRun run = compare("tutorat-apports-1", "tutorat-apports-2");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("A: tutorat-apports-1 – 10 coded answers")
                .containsPattern("B: tutorat-apports-2 \\(in use\\) – 40 coded answers")
                .containsPattern("Coded answers of 2020-2021 +0 +20\n")
                .containsPattern("In common: .*Seed 1")
                .contains("“tutorat-apports-2” has learned from 30 coded answers")
                // The sample repeats eight texts, of which three contain "soutien"; of the first ten of the first
                // wave, only the first does.
                .containsPattern("Soutien +\\d+ → 15 +")
                .containsPattern("All codes, micro +")
                .containsPattern("of 80 answers get the same codes")
                .contains("On 40 coded answers that neither has learned from: micro-F1 ");
    }

    @Test
    void aDamagedCardDoesNotHideTheOtherVersions() throws IOException {
        Files.writeString(folder.resolve("models/tutorat-apports-1/card.json"), "{");

        CommandRun run = CommandRun.of("models", "list", "--workspace", folder.toString(), "--lang", "en");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("tutorat-apports-2 (in use)").doesNotContain("tutorat-apports-1");
        assertThat(run.err()).contains("tutorat-apports-1");
    }

    @Test
    void theJsonObjectHoldsTheSameFigures() throws IOException {
        JsonNode object = new ObjectMapper()
                .readTree(compare("tutorat-apports-1", "tutorat-apports-2", "--format", "json")
                        .out());

        assertThat(object.get("one").get("examples").asInt()).isEqualTo(10);
        assertThat(object.get("other").get("in_use").asBoolean()).isTrue();
        assertThat(object.get("answers").get("added").asInt()).isEqualTo(30);
        assertThat(object.get("waves")).hasSize(2);
        assertThat(object.get("codes")).hasSize(3);
        assertThat(object.get("codes").get(0).get("other").get("applies").asInt())
                .isEqualTo(15);
        JsonNode suggestions = object.get("suggestions");
        assertThat(suggestions.get("answers").asInt()).isEqualTo(80);
        assertThat(suggestions.get("changed"))
                .hasSize(suggestions.get("changed_answers").asInt());
        JsonNode soutien = suggestions.get("codes").get(0);
        assertThat(soutien.get("both").asInt() + soutien.get("gained").asInt())
                .isEqualTo(soutien.get("other").asInt());
        assertThat(suggestions.get("judged").get("answers").asInt()).isEqualTo(40);
    }

    @Test
    void theCardAsJsonHasTheKeysOfOtherCommandsAndWhetherTheVersionIsInUse() throws IOException {
        JsonNode card = new ObjectMapper()
                .readTree(CommandRun.of("models", "show", "tutorat-apports-2", "--format=json", "--workspace=" + folder)
                        .out());
        JsonNode before = new ObjectMapper()
                .readTree(CommandRun.of("models", "show", "tutorat-apports-1", "--format=json", "--workspace=" + folder)
                        .out());

        assertThat(card.get("in_use").asBoolean()).isTrue();
        assertThat(before.get("in_use").asBoolean()).isFalse();
        assertThat(card.get("codebook_version").asInt()).isEqualTo(1);
        assertThat(card.has("wave_weights")).isTrue();
        assertThat(card.get("codes").get(0).has("average_precision")).isTrue();
        assertThat(card.get("state").has("last_decision")).isTrue();
        assertThat(card.get("resources").has("UD_French.gz"))
                .as("the name of a file is no key")
                .isTrue();
        assertThat(Files.readString(folder.resolve("models/tutorat-apports-2/card.json")))
                .as("the card file is as it was")
                .contains("\"codebookVersion\"")
                .doesNotContain("in_use");
    }

    @Test
    void anUnknownModelNameIsRefusedWithExitCodeOne() {
        CommandRun run = compare("tutorat-apports-1", "tutorat-apports-9");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("There is no model “tutorat-apports-9”")
                .hasLineCount(1);
    }

    @Test
    void aVersionIsShownWithItsChangesSinceItsParentAndALocalisedDate() {
        CommandRun english = CommandRun.of("models", "show", "tutorat-apports-2", "--workspace=" + folder, "--lang=en");
        CommandRun french = CommandRun.of("models", "list", "--workspace=" + folder, "--lang=fr");
        int year = LocalDate.now(ZoneId.systemDefault()).getYear();

        assertThat(english.out())
                .contains("Previous version: tutorat-apports-1\n")
                .contains("  “tutorat-apports-2” has learned from 30 coded answers")
                .containsPattern("^tutorat-apports-2 .* [A-Z][a-z]+ \\d+, " + year + "\\b.*[AP]M\n");
        assertThat(french.out()).containsPattern(", \\d+ \\p{L}+ " + year + " .*\\d\\d:\\d\\d\n");
    }
}

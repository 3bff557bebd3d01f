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
import org.verbacode.coding.CoderName;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

class TrainCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void code() {
        try (Workspace workspace =
                Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            SampleStudy.in(workspace, 40).coded(new CoderName("Marie"), 40);
        }
    }

    private String train(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train", "--study", "tutorat", "--question", "apports"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--workspace", folder.toString(), "--lang", "en"));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void howMuchEachWaveCountsIsSaidWhereThereAreSeveral() throws IOException {
        assertThat(train()).contains("trained on 40 coded answers", "The answers of all waves have the same weight");
        assertThat(train("--waves", "2019-2020")).contains("20 coded answers").doesNotContain("count alike");

        JsonNode object = new ObjectMapper().readTree(train("--format", "json"));
        assertThat(object.get("model").asText()).isEqualTo("tutorat-apports-3");
        assertThat(object.get("wave_weights").get("2019-2020").asDouble()).isEqualTo(1);
        assertThat(object.get("wave_weights")).hasSize(2);
    }

    private CommandRun refused(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--workspace", folder.toString(), "--lang", "en"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void aWaveWithoutCodedAnswersIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("3.csv"), "id;apports\n1;Un soutien\n2;Rien\n");
        CommandRun.of(
                "import",
                file.toString(),
                "--study=tutorat",
                "--id=id",
                "--open=apports",
                "--wave==3",
                "--workspace=" + folder);
        CommandRun run = refused("--study", "tutorat", "--question", "apports", "--waves", "3");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("“apports” has no answer that is coded and finished in: 3; at least ");
    }

    @Test
    void aWaveWithoutANameIsWrongUsage() {
        CommandRun run = refused("--study", "tutorat", "--question", "apports", "--waves", "");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("For --waves: A name is empty.");
    }

    @Test
    void aFileThatIsNotAModelCardIsRefusedByName() throws IOException {
        train();
        for (Path file : List.of(
                Files.writeString(folder.resolve("list.txt"), "no card"),
                folder.resolve("models/tutorat-apports-1/weights.bin"))) {
            CommandRun run = refused("--from", file.toString());

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).startsWith("“" + file + "” is no model card");
        }
        assertThat(refused(
                                "--from",
                                folder.resolve("models/tutorat-apports-1/card.json")
                                        .toString())
                        .exit())
                .isZero();
    }
}

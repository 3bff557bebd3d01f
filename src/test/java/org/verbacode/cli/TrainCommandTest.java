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
        Said said = Said.by(all.toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isZero();
        return said.out();
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

    private Said refused(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--workspace", folder.toString(), "--lang", "en"));
        return Said.by(all.toArray(String[]::new));
    }

    @Test
    void aWaveWithoutCodedAnswersIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("3.csv"), "id;apports\n1;Un soutien\n2;Rien\n");
        Said.by(
                "import",
                file.toString(),
                "--study=tutorat",
                "--id=id",
                "--open=apports",
                "--wave==3",
                "--workspace=" + folder);
        Said said = refused("--study", "tutorat", "--question", "apports", "--waves", "3");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).startsWith("“apports” has no answer that is coded and finished in: 3; at least ");
    }

    @Test
    void aWaveWithoutANameIsWrongUsage() {
        Said said = refused("--study", "tutorat", "--question", "apports", "--waves", "");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).startsWith("For --waves: A name is empty.");
    }

    @Test
    void aFileThatIsNoCardIsNamed() throws IOException {
        train();
        for (Path file : List.of(
                Files.writeString(folder.resolve("list.txt"), "no card"),
                folder.resolve("models/tutorat-apports-1/weights.bin"))) {
            Said said = refused("--from", file.toString());

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).startsWith("“" + file + "” is no model card");
        }
        assertThat(refused(
                                "--from",
                                folder.resolve("models/tutorat-apports-1/card.json")
                                        .toString())
                        .exit())
                .isZero();
    }
}

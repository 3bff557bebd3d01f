package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
        assertThat(train()).contains("learned from 40 coded answers", "The answers of all waves count alike");
        assertThat(train("--waves", "2019-2020")).contains("20 coded answers").doesNotContain("count alike");

        JsonNode object = new ObjectMapper().readTree(train("--format", "json"));
        assertThat(object.get("model").asText()).isEqualTo("tutorat-apports-3");
        assertThat(object.get("wave_weights").get("2019-2020").asDouble()).isEqualTo(1);
        assertThat(object.get("wave_weights")).hasSize(2);
    }
}

package org.verbacode.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.cli.CommandRun;
import org.verbacode.coding.CoderName;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

/** Tests the messages on rejected rows. */
class RejectedRowsTest {
    @TempDir
    Path folder;

    @Test
    void codeReportsRejectedRowsAndHowTheyWereWritten() throws IOException {
        try (Workspace workspace =
                Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            SampleStudy.in(workspace, 40).coded(new CoderName("Marie"), 40).train();
        }
        StringBuilder csv = new StringBuilder("id,texte\n1,Du soutien\n2,Soutien,de trop,encore\n3\n");
        for (int row = 4; row < 130; row++) {
            csv.append(row).append(",Soutien,de trop\n");
        }
        Path in = Files.writeString(folder.resolve("in.csv"), csv);
        Path out = folder.resolve("out.csv");
        String command = "code --model tutorat-apports-1 --text texte --lang en --in " + in + " --out " + out
                + " --workspace " + folder;

        CommandRun text = CommandRun.of(command.split(" "));
        JsonNode object = new ObjectMapper()
                .readTree(CommandRun.of((command + " --format json").split(" ")).out());

        assertThat(text.err())
                .contains("in.csv, row 3: 4 cells instead of 2.")
                .contains("The row is in the result, without codes and without its last 2 cells, which have no column.")
                .contains("in.csv, row 4: 1 cell instead of 2.")
                .contains("The row is in the result, without codes.\n")
                .contains("… and 108 more; “--format json” gives the first 100.");
        assertThat(Files.readAllLines(out)).hasSize(130).element(2).asString().startsWith("2,Soutien,,");
        assertThat(object.get("rejected").asInt()).isEqualTo(128);
        assertThat(object.get("rejections")).hasSize(100);
        JsonNode first = object.get("rejections").get(0);
        assertThat(first.get("file").asText()).isEqualTo("in.csv");
        assertThat(first.get("row").asInt()).isEqualTo(3);
        assertThat(first.get("column").asText()).isEmpty();
        assertThat(first.get("reason").asText()).startsWith("4 cells instead of 2.");
    }

    @Test
    void analyseReportsRejectedRowsAsJson() throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), "id,texte\n1,Du soutien\n2,Soutien,de trop\n");
        String command = "analyse --text texte --lang en --format json --in " + in + " --out "
                + folder.resolve("out.conllu") + " --workspace " + folder;

        JsonNode object =
                new ObjectMapper().readTree(CommandRun.of(command.split(" ")).out());

        assertThat(object.get("rejected").asInt()).isEqualTo(1);
        assertThat(object.get("rejections").get(0).get("row").asInt()).isEqualTo(3);
        assertThat(object.get("rejections").get(0).get("reason").asText()).startsWith("3 cells instead of 2.");
    }
}

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.TrainModel;

class StudyReportCommandTest {
    @TempDir
    Path folder;

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", folder.toString(), "--lang", "en"));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.exit()).isZero();
        return run;
    }

    @Test
    void anImportSummarisesTheWaveAndTheReportDescribesItInFull() throws IOException {
        try (Workspace workspace =
                Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            SampleStudy.in(workspace, 40).coded(new CoderName("Marie"), 40);
            new TrainModel(workspace).run(SampleStudy.STUDY, SampleStudy.QUESTION, List.of(), Progress.NONE);
        }
        String third = Files.writeString(folder.resolve("3.csv"), "id;apports\n1;Un soutien\n2;\"La\npiscine\"\n")
                .toString();
        String fourth = Files.writeString(folder.resolve("4.csv"), "id;apports\n1;Un soutien\n2;La piscine\n")
                .toString();

        CommandRun summary =
                run("import", third, "--study", "tutorat", "--id", "id", "--open", "apports", "--wave", "=3");
        assertThat(summary.out()).contains("2 new").doesNotContain("Keep the model");
        assertThat(summary.err())
                .contains("has suggested codes for the 2 answers of wave 3", "Keep the model for now")
                .contains("Answers unlike any before: 50.0% (1 of 2)");

        JsonNode imported = new ObjectMapper()
                .readTree(run(
                                "import",
                                fourth,
                                "--study",
                                "tutorat",
                                "--id",
                                "id",
                                "--open",
                                "apports",
                                "--wave",
                                "=4",
                                "--format",
                                "json")
                        .out());
        assertThat(imported.get("new").asInt()).isEqualTo(2);
        assertThat(imported.get("wave_reports")).hasSize(1);
        assertThat(imported.get("wave_reports").get(0).get("advice").asText()).isEqualTo("judge");

        JsonNode report = new ObjectMapper()
                .readTree(run("studies", "report", "--study", "tutorat", "--question", "apports", "--format", "json")
                        .out());
        assertThat(report)
                .as("the last wave by default")
                .isEqualTo(imported.get("wave_reports").get(0));
        assertThat(report.get("code_more").asInt()).isEqualTo(2);
        assertThat(report.get("unlike_answers").get("count").asInt()).isEqualTo(1);
        assertThat(report.get("codes")).hasSize(3);

        assertThat(run("studies", "report", "--study", "tutorat", "--question", "apports", "--wave", "3")
                        .out())
                .contains("2 answers of 3, compared with 40 answers of 2019-2020, 2020-2021", "piscine (once)")
                .contains("Soutien: ", "3 · 2 : La piscine\n")
                .contains("code the 2 answers that are left of “3”. There will be too few to judge the model")
                .doesNotContain("do not count as coded blind");

        String codings = Files.writeString(
                        folder.resolve("codings.csv"), "id,question,coder,code,wave\n1,apports,Marie,Soutien,3\n")
                .toString();
        run("import", third, "--study=tutorat", "--id=id", "--open=apports", "--wave==3", "--codings", codings);
        assertThat(run("studies", "report", "--study", "tutorat", "--question", "apports", "--wave", "3")
                        .out())
                .contains("1 other coded answer does not judge the model: ");
    }
}

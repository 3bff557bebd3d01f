package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/** Tests the released jar from a command line in an empty folder. */
class JarIT {
    private static final Path CORPUS = Path.of("corpus").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern ANSWER = Pattern.compile("name=\"answer\" value=\"([0-9a-f]{32})\"");

    @TempDir
    Path folder;

    private static ProcessBuilder program(Path in, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("verbacode.jar")));
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(in.toFile());
    }

    /** Standard output of a command that succeeds. */
    private String run(String... arguments) throws IOException, InterruptedException {
        Process process = program(folder, List.of(arguments))
                .redirectError(folder.resolve("messages").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> String.join(" ", arguments) + ": " + read(folder.resolve("messages")))
                .isZero();
        return output;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private JsonNode json(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        return new ObjectMapper().readTree(run(all.toArray(String[]::new)));
    }

    private JsonNode importSample() throws IOException, InterruptedException {
        return json(
                "import",
                CORPUS.resolve("reponses-2019-2020.csv").toString(),
                CORPUS.resolve("reponses-2020-2021.csv").toString(),
                CORPUS.resolve("reponses-2021-2022.csv").toString(),
                "--study",
                "Essai",
                "--id",
                "id",
                "--wave",
                "annee",
                "--open",
                "apports",
                "--open",
                "manques",
                "--open",
                "ideal",
                "--codebook",
                "apports=" + CORPUS.resolve("codebook-apports.csv"),
                "--codebook",
                "manques=" + CORPUS.resolve("codebook-manques.csv"),
                "--codings",
                CORPUS.resolve("codage.csv").toString());
    }

    @Test
    void fromThreeFilesToACodedExportInAnEmptyFolder() throws IOException, InterruptedException {
        JsonNode first = importSample();
        assertThat(first.get("new").asInt()).isEqualTo(364);
        assertThat(first.get("rejected").asInt()).isZero();
        JsonNode again = importSample();
        assertThat(again.get("new").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(364);

        JsonNode trained = json("train", "--study", "Essai", "--question", "apports");
        assertThat(trained.get("examples").asInt()).isEqualTo(211);
        assertThat(folder.resolve("models").resolve(trained.get("model").asText()))
                .isDirectoryContaining("glob:**/card.json");
        JsonNode suggested = json("suggest", "--study", "Essai", "--question", "apports", "--wave", "2021-2022");
        assertThat(suggested.get("answers").asInt()).isEqualTo(57);
        assertThat(suggested.get("suggestions").asInt()).isPositive();

        // The counts of the corpus: corpus/README.md.
        JsonNode results = json("results", "--study", "Essai", "--question", "apports", "--out", "out");
        assertThat(results.get("applications").get("2019-2020").asInt()).isEqualTo(157);
        assertThat(results.get("applications").get("2020-2021").asInt()).isEqualTo(192);
        JsonNode support = results.get("codes").get("Soutien");
        assertThat(support.get("2019-2020").asInt() + support.get("2020-2021").asInt())
                .isEqualTo(42);
        assertThat(results.get("suggested").get("2021-2022").asInt())
                .isEqualTo(suggested.get("suggestions").asInt());

        run("export", "--study", "Essai", "--question", "apports", "--format", "csv", "--out", "a.csv");
        run("export", "--study", "Essai", "--question", "apports", "--format", "xlsx", "--out", "a.xlsx");
        run("export", "--study", "Essai", "--question", "apports", "--format", "arff", "--out", "a.arff");
        assertThat(folder.resolve("a-long.csv")).isNotEmptyFile();
        assertThat(folder.resolve("a.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("a.arff")).isNotEmptyFile();
        assertThat(run("search", "--study", "Essai", "--kwic", "stresse")).contains("stress");
    }

    @Test
    void everyAcknowledgedDecisionSurvivesAKilledServer() throws IOException, InterruptedException {
        importSample();
        Process server = program(folder, List.of("serve", "--no-browser", "--port", "0"))
                .redirectErrorStream(true)
                .start();
        List<AnswerId> finished = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String address = address(output);
            HttpClient client = HttpClient.newHttpClient();
            String screen = ask(client, get(address + "/review?study=Essai&question=ideal"));
            for (int i = 0; i < 20; i++) {
                String answer = answer(screen);
                screen = ask(
                        client,
                        HttpRequest.newBuilder(URI.create(address + "/review/none"))
                                .header("Cookie", "verbacode-coder=Marie")
                                .header("Origin", address)
                                .header("X-Part", "review")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "study=Essai&question=ideal&order=random&status=to_do&way=code_first&answer="
                                                + answer))
                                .build());
                finished.add(new AnswerId(answer));
            }
        } finally {
            server.destroyForcibly().waitFor();
        }

        try (Workspace workspace =
                Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            List<Coding> kept =
                    workspace.database().codings().ofQuestion(new StudyName("Essai"), new QuestionName("ideal"));
            assertThat(kept).extracting(Coding::answer).containsExactlyInAnyOrderElementsOf(finished);
            assertThat(kept).allMatch(Coding::finished).allMatch(coding -> coding.coder()
                    .equals(new CoderName("Marie")));
        }
    }

    private static String address(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return matcher.group();
            }
        }
        throw new IllegalStateException("the server ended without an address");
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "verbacode-coder=Marie")
                .build();
    }

    private static String ask(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static String answer(String screen) {
        Matcher matcher = ANSWER.matcher(screen);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}

package org.verbacode.cli;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.study.Answer;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/**
 * Kills the server (SIGKILL) while a page sends acts as fast as it can, again and again, and checks that every act that was
 * acknowledged is stored, and that an act sent again after the kill is done once.
 *
 * <p>Arguments: the jar, kills (50), seed (1).
 */
public final class KillBenchmark {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");
    private static final StudyName STUDY = new StudyName("Mentorat");
    private static final QuestionName QUESTION = new QuestionName("apports");
    private static final CoderName MARIE = new CoderName("Marie");

    private final Path jar;
    private final Path folder;
    private final Random random;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<List<String>, Integer> toggles = new HashMap<>();
    private final List<String> acknowledged = new ArrayList<>();
    private Optional<Act> unanswered = Optional.empty();

    private KillBenchmark(Path jar, Path folder, long seed) {
        this.jar = jar;
        this.folder = folder;
        this.random = new Random(seed);
    }

    private record Act(String id, String answer, String code) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path folder = Files.createTempDirectory("kill");
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        try (Stream<Path> files = Files.list(Path.of("corpus"))) {
            for (Path file : files.toList()) {
                Files.copy(file, corpus.resolve(file.getFileName()));
            }
        }
        KillBenchmark benchmark = new KillBenchmark(Path.of(arguments[0]).toAbsolutePath(), folder, seed);
        for (int kill = 0; kill < kills; kill++) {
            benchmark.actUntilKilled();
        }
        benchmark.report(kills);
    }

    private void actUntilKilled() throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "serve",
                        "--no-browser",
                        "--port",
                        "0")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String address = address(output);
            List<Answer> answers;
            List<Code> codes;
            awaitExample(address);
            try (Workspace workspace = open(Workspace.Access.READ)) {
                answers = workspace.database().answers().given(STUDY, QUESTION);
                codes = workspace
                        .database()
                        .codebooks()
                        .current(STUDY, QUESTION)
                        .codes();
            }
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(1_200));
            Thread killer = new Thread(() -> {
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                server.destroyForcibly();
            });
            killer.start();
            boolean alive = true;
            while (alive) {
                Act act = unanswered.orElseGet(() -> new Act(
                        UUID.randomUUID().toString(),
                        answers.get(random.nextInt(answers.size())).id().value(),
                        codes.get(random.nextInt(codes.size())).id().value()));
                unanswered = Optional.of(act);
                alive = send(address, act);
            }
            killer.join();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /** The server imports the example study when it starts for the first time. */
    private void awaitExample(String address) throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/codebook?study=Mentorat&question=apports"))
                .build();
        while (client.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
            Thread.sleep(200);
        }
    }

    private boolean send(String address, Act act) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/review/toggle"))
                .header("Cookie", "verbacode-coder=Marie")
                .header("Origin", address)
                .header("X-Part", "review")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "study=Mentorat&question=apports&order=list&status=all&way=code_first&answer=" + act.answer()
                                + "&value=" + act.code() + "&sent=" + act.id()))
                .build();
        try {
            if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
                throw new IllegalStateException("the act was refused");
            }
            acknowledged.add(act.id());
            toggles.merge(List.of(act.answer(), act.code()), 1, Integer::sum);
            unanswered = Optional.empty();
            return true;
        } catch (IOException e) {
            // Killed: the act is sent again when the server is back.
            return false;
        }
    }

    private void report(int kills) {
        try (Workspace workspace = open(Workspace.Access.READ)) {
            long lost = acknowledged.stream()
                    .filter(id -> !workspace.database().sentActs().has(id))
                    .count();
            Map<String, Coding> codings = new HashMap<>();
            workspace.database().codings().ofQuestion(STUDY, QUESTION).stream()
                    .filter(coding -> coding.coder().equals(MARIE))
                    .forEach(coding -> codings.put(coding.answer().value(), coding));
            long wrong = toggles.entrySet().stream()
                    .filter(toggle -> !toggle.getKey()
                            .get(0)
                            .equals(unanswered.map(Act::answer).orElse("")))
                    .filter(toggle -> applies(codings, toggle.getKey()) != (toggle.getValue() % 2 == 1))
                    .count();
            System.out.printf(
                    "%d kills, %d acts acknowledged, %d of them lost, %d of %d ticks wrong%n",
                    kills, acknowledged.size(), lost, wrong, toggles.size());
        }
    }

    private static boolean applies(Map<String, Coding> codings, List<String> toggle) {
        Coding coding = codings.get(toggle.get(0));
        return coding != null
                && coding.applied().stream().anyMatch(code -> code.value().equals(toggle.get(1)));
    }

    private Workspace open(Workspace.Access access) {
        return Workspace.open(folder, Optional.empty(), access, Clock.systemUTC());
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
}

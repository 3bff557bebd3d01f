package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "import",
                "studies",
                "train",
                "models",
                "suggest",
                "code",
                "evaluate",
                "simulate",
                "analyse",
                "lemmas",
                "search",
                "results",
                "export",
                "backup",
                "restore",
                "check"
            })
    void everyCommandExplainsItselfInBothLanguages(String command) {
        assertThat(outputOf(command, "--help")).contains("--lang", "Usage");
        assertThat(outputOf(command, "--help", "--lang", "en")).contains("--lang", "Usage");
    }

    @Test
    void optionsBeforeTheCommandAreGivenToIt(@TempDir Path workspace) {
        String place = "--workspace=" + workspace;
        assertThat(outputOf("--lang=en", place, "check"))
                .isEqualTo(outputOf("check", "--lang=en", place))
                .isNotEqualTo(outputOf("check", "--lang=fr", place));
        assertThat(outputOf(place, "--format=json", "models", "list")).startsWith("{");
        assertThat(outputOf("--format=json", "models", "list", "--format=text", place))
                .isEqualTo(outputOf("models", "list", place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "studies list",
                "train --study S --question Q",
                "models list",
                "suggest --study S --question Q",
                "code --model M --in F --text T --out O",
                "evaluate --study S --question Q",
                "evaluate --train F --test F --text T --codes C",
                "simulate --train F --test F --text T --codes C",
                "analyse --in F --text T --out O",
                "lemmas --gold F",
                "search --study S word",
                "results --study S --question Q --out O",
                "export --study S --format csv --out O",
                "backup --out O",
                "check"
            })
    void aMissingFolderIsRefusedAndNotCreated(String command, @TempDir Path place) {
        Path mistyped = place.resolve("mistyped");

        CommandRun run = CommandRun.of((command + " --lang en --workspace " + mistyped).split(" "));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("The folder “" + mistyped + "” does not exist.")
                .hasLineCount(1);
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void anImportStartsAWorkspace(@TempDir Path place) throws IOException {
        Path file = Files.writeString(place.resolve("a.csv"), "id;apports\n1;Un soutien\n");
        Path fresh = place.resolve("fresh");

        CommandRun run = CommandRun.of(
                ("import --study S --id id --open apports --wave =1 --lang en --workspace " + fresh + " " + file)
                        .split(" "));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("1 new answer, 0 unchanged, 0 changed; 0 codings imported.");
        assertThat(fresh.resolve("verbacode.db")).exists();
    }

    @Test
    void controlCharactersAreNotSentToTheTerminal(@TempDir Path place) throws IOException {
        String title = "\u001b[31m\u0007\u009b2J";
        Path file = Files.writeString(place.resolve("a.csv"), "id;apports\n1;Un " + title + " soutien\n");
        String where = " --lang en --workspace " + place;
        CommandRun imported =
                CommandRun.of(("import --study S --id id --open apports --wave =1" + where + " " + file).split(" "));

        CommandRun found = CommandRun.of(("search --study S soutien" + where).split(" "));
        CommandRun kwic = CommandRun.of(("search --study S soutien --kwic" + where).split(" "));
        CommandRun refused = CommandRun.of(("search --study " + title + where).split(" "));

        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(found.out()).contains("2J soutien");
        for (CommandRun run : List.of(imported, found, kwic, refused)) {
            assertThat(run.out() + run.err()).isNotBlank().doesNotContainPattern("[\\p{Cc}&&[^\\t\\n]]");
        }
    }

    @Test
    void commandsThatStartTogetherWaitForTheOneThatCreatesTheWorkspace(@TempDir Path place) throws Exception {
        Path corpus = Files.createDirectory(place.resolve("corpus"));
        try (Stream<Path> files = Files.list(Path.of("corpus"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, corpus.resolve(String.valueOf(file.getFileName())));
            }
        }
        ExecutorService six = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> exits = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                exits.add(six.submit(() -> Main.run("studies", "show", "Mentorat", "--workspace=" + place)));
            }
            for (Future<Integer> exit : exits) {
                assertThat(exit.get()).isZero();
            }
        } finally {
            six.shutdown();
        }
        assertThat(place.resolve("verbacode.first")).doesNotExist();
    }

    /** Results and messages of a command that succeeds. */
    private static String outputOf(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(print);
        System.setErr(print);
        try {
            assertThat(Main.run(arguments)).isZero();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "train", "results --study S", "serve --port many"})
    void wrongUsageHasExitCodeTwo(String line) {
        assertThat(Main.run(line.split(" "))).isEqualTo(2);
    }

    /** Messages of wrong usage name the missing options in the reader's language. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evaluate | Donnez --study et --question, ou bien --train, --test, --text et --codes.
            train | Donnez --study et --question, ou bien --from.
            train --study S | Il manque --question.
            evaluate --train-waves A | Il manque --test-waves.
            evaluate --study S --train F | On ne peut pas donner --study et --train dans la même commande : choisissez.
            evaluate --study S --question Q --folds 3 --leave-one-wave-out | On ne peut pas donner --folds et --leave-one-wave-out dans la même commande : choisissez.
            serve --port | Il manque ce qui suit --port.
            check --format text --format json | Donnez --format une seule fois.
            models | Donnez une sous-commande.
            """)
    void wrongUsageIsExplainedInTheReadersLanguage(String line, String sentence) {
        CommandRun run = CommandRun.of(("--lang=fr " + line).split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines().findFirst()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang de check", "check --lang de", "models --lang de list", "--lang=de models list"})
    void anUnknownLanguageIsReportedWithTheKnownOnes(String line) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines().findFirst().orElseThrow()).contains("de", "--lang", "fr, en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format xml models list", "models list --format xml", "models --format=xml list"})
    void anUnknownFormatIsReportedWithTheKnownOnes(String line) {
        CommandRun run = CommandRun.of(("--lang=en " + line).split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("The value “xml” is not valid for --format (expected: text, json).");
    }
}

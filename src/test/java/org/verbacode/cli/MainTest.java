package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        assertThat(said(command, "--help")).contains("--lang", "Usage");
        assertThat(said(command, "--help", "--lang", "en")).contains("--lang", "Usage");
    }

    @Test
    void whatIsGivenBeforeTheCommandIsGivenToIt(@TempDir Path workspace) {
        String place = "--workspace=" + workspace;
        assertThat(said("--lang=en", place, "check"))
                .isEqualTo(said("check", "--lang=en", place))
                .isNotEqualTo(said("check", "--lang=fr", place));
        assertThat(said(place, "--format=json", "models", "list")).startsWith("{");
        assertThat(said("--format=json", "models", "list", "--format=text", place))
                .isEqualTo(said("models", "list", place));
    }

    /** What a command that succeeds says: results and messages. */
    private static String said(String... arguments) {
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
    void aCommandWrittenWronglyIsExitCodeTwo(String line) {
        assertThat(Main.run(line.split(" "))).isEqualTo(2);
    }

    /** No parser's English, and no name of an option that is there already. */
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
    void whatIsWrongIsSaidInTheReadersLanguage(String line, String sentence) {
        Said said = Said.by(("--lang=fr " + line).split(" "));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err().lines().findFirst()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang de check", "check --lang de", "models --lang de list", "--lang=de models list"})
    void aLanguageVerbacodeDoesNotSpeakIsNamedWithThoseItDoes(String line) {
        Said said = Said.by(line.split(" "));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err().lines().findFirst().orElseThrow()).contains("de", "--lang", "fr, en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format xml models list", "models list --format xml", "models --format=xml list"})
    void aFormatThatThereIsNotIsNamedWithThoseThereAre(String line) {
        Said said = Said.by(("--lang=en " + line).split(" "));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).startsWith("The value “xml” does not suit --format (expected: text, json).");
    }
}

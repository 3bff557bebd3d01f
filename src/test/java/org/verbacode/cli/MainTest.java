package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
}

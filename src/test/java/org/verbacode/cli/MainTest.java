package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    /** What a command that succeeds prints. */
    private static String said(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "train", "results --study S", "serve --port many"})
    void aCommandWrittenWronglyIsExitCodeTwo(String line) {
        assertThat(Main.run(line.split(" "))).isEqualTo(2);
    }
}

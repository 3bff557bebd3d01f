package org.verbacode.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
                "lemmas",
                "results",
                "export",
                "backup",
                "restore",
                "check"
            })
    void everyCommandExplainsItselfInBothLanguages(String command) {
        assertThat(Main.run(command, "--help")).isZero();
        assertThat(Main.run(command, "--help", "--lang", "en")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "train", "results --study S", "serve --port many"})
    void aCommandWrittenWronglyIsExitCodeTwo(String line) {
        assertThat(Main.run(line.split(" "))).isEqualTo(2);
    }
}

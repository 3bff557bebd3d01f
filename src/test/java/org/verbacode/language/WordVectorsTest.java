package org.verbacode.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorsTest {
    @TempDir
    static Path cache;

    private final WordVectors vectors = new WordVectors(cache);

    @Test
    void wordsOfLikeMeaningAreNear() {
        assertThat(vectors.nearest("stress", 10))
                .extracting(WordVectors.Neighbour::word)
                .contains("fatigue", "anxiété")
                .doesNotContain("stress", "Stress");
        List<Double> similarities = vectors.nearest("confiance", 20).stream()
                .map(WordVectors.Neighbour::similarity)
                .toList();
        assertThat(similarities).hasSize(20).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theNumbersAreThoseOfTheParsersFile() {
        // first numbers of the line "de" in UD_French.gz
        assertThat(vectors.vector("de").orElseThrow())
                .hasSize(WordVectors.DIMENSIONS)
                .startsWith(-0.0841f, -0.0062f, 0.2235f);
        assertThat(vectors.words()).hasSize(42_272 - 3).doesNotContain("-UNKNOWN-", "-NULL-", "-ROOT-");
    }

    @Test
    void capitalsAreForgivenAndUnknownWordsHaveNoVector() {
        assertThat(vectors.vector("STRESS")).contains(vectors.vector("stress").orElseThrow());
        assertThat(vectors.vector("xyzzyx")).isEmpty();
        assertThat(vectors.nearest("xyzzyx", 5)).isEmpty();
    }

    @Test
    void aDamagedCacheIsWrittenAgain(@TempDir Path other) throws IOException {
        new WordVectors(other).words();
        Path file;
        try (var files = Files.list(other)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThat(new WordVectors(other).vector("stress"))
                .contains(vectors.vector("stress").orElseThrow());
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        try (var files = Files.list(other)) {
            assertThat(files).containsExactly(file);
        }
    }
}

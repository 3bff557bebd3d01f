package org.verbacode.workflow.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.store.AnalysisCache;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

class BatchAnalysisTest {
    private static final List<String> TEXTS =
            List.of("j'ai repris confiance 🙂", "bcp d'aide", "", "Pas assez de rencontres !\nDommage", "bcp d'aide");

    /** As {@code printf "bcp d'aide" | sha256sum} prints it. */
    private static final String BCP = "be78fa6388b46a5061dd2cc21a6044627475b534a5688a1b28b022f15ae4071e";

    @TempDir
    Path folder;

    private final FrenchAnalyser analyser = new FrenchAnalyser();
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<AnalysedAnswer> read() {
        try (ParallelMap cores = new ParallelMap()) {
            return BatchAnalysis.of(workspace, TEXTS, analyser, cores, Progress.NONE);
        }
    }

    private List<AnalysedAnswer> straight() {
        return TEXTS.stream().map(analyser::analyse).toList();
    }

    @Test
    void whatWasReadBeforeIsTheSameReading() {
        assertThat(read()).isEqualTo(straight());
        assertThat(read()).isEqualTo(straight());
    }

    @Test
    void aReadingIsTakenFromTheCacheWhenItIsOfTheSameTextAndVersion() {
        read();
        AnalysisCache cache = new AnalysisCache(folder.resolve("cache/readings.db"), analyser.version());
        String kept = cache.find(List.of(BCP)).getOrDefault(BCP, "");
        assertThat(kept).contains("beaucoup");

        cache.keep(Map.of(BCP, kept.replace("beaucoup", "énormément")));
        assertThat(read().get(1).toString()).contains("énormément");

        cache.keep(Map.of(BCP, "{\"text\":\"autre chose\"}"));
        assertThat(read()).isEqualTo(straight());

        assertThat(new AnalysisCache(folder.resolve("cache/readings.db"), "another version").find(List.of(BCP)))
                .isEmpty();
    }

    @Test
    void aDamagedCacheIsAsGoodAsNone() throws IOException {
        Files.createDirectories(folder.resolve("cache"));
        Files.writeString(folder.resolve("cache/readings.db"), "not a database at all ".repeat(400));

        assertThat(read()).isEqualTo(straight());
    }
}

package org.verbacode.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits the size of source files and packages. */
class SourcesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int MAX_FILE_LINES = 300;
    private static final int MAX_PACKAGE_CLASSES = 25;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    @Test
    void noFileIsLongerThanCanBeReadInOneGo() throws IOException {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (Path file : files()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MAX_FILE_LINES) {
                tooLong.put(SOURCES.relativize(file).toString(), lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noPackageHoldsMoreClassesThanAFolderListingShows() throws IOException {
        Map<Path, Long> sizes =
                files().stream().collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(size -> size <= MAX_PACKAGE_CLASSES);
        assertThat(sizes).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertThat(files().stream().map(Path::getParent).distinct())
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }
}

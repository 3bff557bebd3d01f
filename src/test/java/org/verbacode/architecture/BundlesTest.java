package org.verbacode.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that every sentence exists in French and in English and can be formatted. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/verbacode");

    static Stream<Path> packages() throws IOException {
        try (Stream<Path> folders = Files.walk(RESOURCES)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("messages.properties")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void englishIsComplete(Path folder) throws IOException {
        assertThat(read(folder, "messages_en.properties").keySet())
                .isEqualTo(read(folder, "messages.properties").keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void bothLanguagesFillInTheSameArguments(Path folder) throws IOException {
        Map<String, String> english = read(folder, "messages_en.properties");
        read(folder, "messages.properties")
                .forEach((key, french) ->
                        assertThat(arguments(english.get(key))).as(key).isEqualTo(arguments(french)));
    }

    /** MessageFormat takes the plain apostrophe for a quotation mark. */
    @ParameterizedTest
    @MethodSource("packages")
    void noSentenceWritesThePlainApostrophe(Path folder) throws IOException {
        for (String file : new String[] {"messages.properties", "messages_en.properties"}) {
            read(folder, file)
                    .forEach((key, sentence) -> assertThat(sentence).as(key).doesNotContain("'"));
        }
    }

    /** The arguments of a sentence, whatever their format: 0, 2 of "{0} of {2,number}". */
    private static String arguments(String bundled) {
        String sentence = bundled.replaceAll("\\$\\{[^}]*}", ""); // picocli's own variables
        MessageFormat format = new MessageFormat(sentence, Locale.FRENCH);
        int used = format.getFormatsByArgumentIndex().length;
        StringBuilder found = new StringBuilder();
        for (int argument = 0; argument < used; argument++) {
            if (sentence.contains("{" + argument)) {
                found.append(argument).append(' ');
            }
        }
        return found.toString();
    }

    private static Map<String, String> read(Path folder, String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
            properties.load(reader);
        }
        Map<String, String> sentences = new TreeMap<>();
        properties.forEach((key, value) -> sentences.put((String) key, (String) value));
        return sentences;
    }
}

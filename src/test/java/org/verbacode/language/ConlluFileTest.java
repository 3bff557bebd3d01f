package org.verbacode.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.language.ConlluSentence.ConlluWord;
import org.verbacode.study.RefusedException;

class ConlluFileTest {
    private final FrenchAnalyser analyser = new FrenchAnalyser();

    @TempDir
    Path folder;

    @Test
    void contractionsAreReadWithTheirSurface() throws IOException {
        Path file = write("""
                # text = du lait
                1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_
                1\tde\tde\tADP\t_\t_\t0\troot\t_\t_
                2\tle\tle\tDET\t_\t_\t1\tdep\t_\t_
                3\tlait\tlait\tNOUN\t_\t_\t1\tdep\t_\t_
                """);

        assertThat(ConlluFile.read(file))
                .containsExactly(new ConlluSentence(
                        "du lait",
                        List.of(
                                new ConlluWord("de", "de", "ADP", "du", 0),
                                new ConlluWord("le", "le", "DET", "du", 1),
                                new ConlluWord("lait", "lait", "NOUN", "lait", 0))));
    }

    @Test
    void aLineThatIsNotConlluIsRefusedWithItsNumber() throws IOException {
        Path file = write("# text = a\n1\ta\ta\n");

        assertThatThrownBy(() -> ConlluFile.read(file))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                                refused.sentence().in(Locale.FRENCH))
                        .contains(file.toString(), "ligne 2"));
    }

    @Test
    void aMissingFileIsRefusedWithItsName() {
        Path file = folder.resolve("absent.conllu");

        assertThatThrownBy(() -> ConlluFile.read(file))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                                refused.sentence().in(Locale.FRENCH))
                        .contains(file.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le suivi du mentor, au moins des conseils.",
                "Jai bcp aimé :) 😀\nMerci aux tuteurs !  Fin",
                "a\tb | c = d",
                "étudiant·e·s, 1 000 euros"
            })
    void whatIsWrittenKeepsTheRulesOfTheFormat(String text) throws IOException {
        StringBuilder out = new StringBuilder();
        ConlluFile.write("réponse 1", analyser.analyse(text), out);

        StringBuilder rebuilt = new StringBuilder();
        String sentence = "";
        int expected = 1;
        int covered = 0;
        List<String> sentenceNames = new ArrayList<>();
        assertThat(out.toString()).endsWith("\n\n").doesNotContain("\r");
        for (String line : out.toString().split("\n", -1)) {
            if (line.isEmpty()) {
                assertThat(rebuilt.toString().stripTrailing()).isEqualTo(sentence);
                rebuilt.setLength(0);
                sentence = "";
                expected = 1;
                covered = 0;
            } else if (line.startsWith("# text = ")) {
                sentence = line.substring("# text = ".length());
            } else if (line.startsWith("# sent_id = ")) {
                sentenceNames.add(line);
            } else if (!line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                assertThat(columns).hasSize(10).doesNotContain("");
                String[] range = columns[0].split("-", -1);
                if (range.length == 2) {
                    assertThat(range[0]).isEqualTo(Integer.toString(expected));
                    covered = Integer.parseInt(range[1]);
                } else {
                    assertThat(columns[0]).isEqualTo(Integer.toString(expected));
                    assertThat(columns[3]).matches("[A-Z]+");
                    assertThat(columns[6].equals("0")).isEqualTo(columns[7].equals("root"));
                    expected++;
                }
                if (range.length == 2 || expected - 1 > covered) {
                    rebuilt.append(columns[1]).append(columns[9].contains("SpaceAfter=No") ? "" : " ");
                }
            }
        }
        assertThat(sentenceNames).doesNotHaveDuplicates().isNotEmpty().allMatch(name -> !name.contains("e 1"));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("gold.conllu"), text, StandardCharsets.UTF_8);
    }
}

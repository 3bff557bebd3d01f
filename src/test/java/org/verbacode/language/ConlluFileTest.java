package org.verbacode.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
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
                "étudiant·e·s, 1 000 euros, 50\u00A0000 \u202F",
                "_ et __ puis #hashtag # text = faux",
                "de\u0301c\u0327u \u0301 e \u0301 ok\u200B fin\uFEFF",
                "vas-y, dis-le-moi quest~ jusqu'au soir-là, ça ma rassuré svp",
                "\uD83D seul \uDC00, \u0000 \u0007 \u2028 et \u0085 fin",
                "👨‍👩‍👧❤️ \u202Erenversé\u202C ﬁn",
                "",
                " \n ",
                "😀"
            })
    void whatIsWrittenKeepsTheRulesOfTheFormat(String text) throws IOException {
        assertThat(ConlluRules.breaches(written("réponse 1", text))).isEmpty();
    }

    @Test
    void anyTextKeepsTheRulesOfTheFormat() throws IOException {
        List<String> pieces = List.of(
                "du",
                " des",
                "l'",
                "’",
                " ",
                "\u00A0",
                "\n",
                "\r\n",
                "\t",
                "|",
                "=",
                "_",
                "#",
                "-",
                "~",
                ".",
                "...",
                "é",
                "e\u0301",
                "\u0301",
                "\u0345",
                "\u1100",
                "\u1161",
                "\u05D0\u05B0",
                "😀",
                "\uD83D",
                "\uDE00",
                "\u200D",
                "\uFE0F",
                "jai",
                "bcp",
                " étudiant·e·s",
                "(e)",
                "12",
                "h",
                "30",
                " 000",
                "°",
                "C",
                "qqch",
                "-là",
                "lorsqu'il",
                "<3",
                ":)",
                "www.x.be",
                "@ab",
                "\u2028",
                "\u0085",
                "\u0000",
                "\u3000",
                "ﬁ",
                "Å",
                "\u212B",
                "/",
                "\\",
                "\"",
                "«");
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(ConlluRules.breaches(written("r" + round, text.toString())))
                    .as(text.toString())
                    .isEmpty();
        }
    }

    @Test
    void theNameOfAnAnswerBecomesOneThatTheFormatAllows() throws IOException {
        assertThat(written("réponse 1/2\n", "Oui. Non.").lines().filter(line -> line.startsWith("# sent_id")))
                .containsExactly("# sent_id = réponse_1_2-1", "# sent_id = réponse_1_2-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# sent_id = a\n# text = du\n1\tdu\tdu\tDET\t_\t_\t0\troot\t_\t_\n",
                "# sent_id = a\n# text = du \n1\tdu\tdu\tDET\t_\t_\t0\troot\t_\t_\n\n",
                "# sent_id = a\n# text = du\n2\tdu\tdu\tDET\t_\t_\t0\troot\t_\t_\n\n",
                "# sent_id = a\n# text = du\n1\tdu\tdu\tART\t_\t_\t0\troot\t_\t_\n\n",
                "# sent_id = a\n# text = du\n1\tdu\tdu\tDET\t_\t_\t1\tdep\t_\t_\n\n",
                "# sent_id = a\n# text = du x\n1\tdu\tdu\tDET\t_\t_\t0\troot\t_\t_\n\n",
                "# sent_id = a b\n# text = du\n1\tdu\tdu\tDET\t_\t_\t0\troot\t_\t_\n\n",
                "# sent_id = a\n# text = du\n1\tdu \tdu\tDET\t_\t_\t0\troot\t_\t_\n\n",
                "# sent_id = a\n# text = du\n1\tdu\tdu\tDET\t_\tB=X|A=X\t0\troot\t_\t_\n\n",
                "# sent_id = a\n# text = e\u0301\n1\te\u0301\te\tDET\t_\t_\t0\troot\t_\t_\n\n",
                "# sent_id = a\n# text = du\n1-2\tdu\tdu\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tADP\t_\t_\t0\troot\t_\t_\n2\tle\tle\tDET\t_\t_\t1\tdep\t_\t_\n\n"
            })
    void whatBreaksTheRulesIsSeen(String file) {
        assertThat(ConlluRules.breaches(file)).isNotEmpty();
    }

    private String written(String id, String text) throws IOException {
        StringBuilder out = new StringBuilder();
        ConlluFile.write(id, analyser.analyse(text), out);
        return out.toString();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("gold.conllu"), text, StandardCharsets.UTF_8);
    }
}

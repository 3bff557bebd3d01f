package org.verbacode.workflow.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Progress;

class AnalyseFileTest {
    private static final Set<String> TAGS = Set.of(
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X");

    @TempDir
    Path folder;

    private Path in;

    @BeforeEach
    void messyAnswers() throws IOException {
        in = folder.resolve("in.csv");
        Files.writeString(in, """
                id,text
                1,"Du soutien au quotidien. Ma mentore ma rassuré !

                Bcp d’aide 🙂 :)"
                2,
                3,"\ttabs\tet  blancs\u00a0insécables"
                4,👍👍
                5,de\u0301c\u0327ue a|b=c _ __ # x
                6,=SOMME(A1)
                7,tel 0475 12 34 56 ou a.b@c.be
                """);
    }

    private List<String> lines(String name) throws IOException {
        Path out = folder.resolve(name);
        AnalyseFile.Outcome outcome =
                new AnalyseFile(folder).run(new AnalyseFile.Request(in, "text", out), Progress.NONE);
        assertThat(outcome.rows()).isEqualTo(7);
        assertThat(outcome.tokens()).isGreaterThan(25);
        return Files.readAllLines(out);
    }

    /** The validator's rules of levels 1 and 2 for a file without trees. */
    @Test
    void theConlluIsWhatTheValidatorAccepts() throws IOException {
        List<String> lines = lines("out.conllu");
        assertThat(lines).last().isEqualTo("");
        Set<String> ids = new HashSet<>();
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            assertThat(line)
                    .isEqualTo(Normalizer.normalize(line, Normalizer.Form.NFC))
                    .isEqualTo(line.stripTrailing());
            if (line.isEmpty()) {
                sentence(block, ids);
                block.clear();
            } else {
                block.add(line);
            }
        }
        assertThat(block).isEmpty();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(7);
    }

    private static void sentence(List<String> block, Set<String> ids) {
        String text = "";
        StringBuilder written = new StringBuilder();
        int word = 0;
        int rangeEnd = 0;
        int roots = 0;
        assertThat(block).isNotEmpty();
        for (String line : block) {
            if (line.startsWith("#") && !line.contains("\t")) {
                if (line.startsWith("# sent_id = ")) {
                    assertThat(ids.add(line)).isTrue();
                }
                text = line.startsWith("# text = ") ? line.substring(9) : text;
                continue;
            }
            String[] cells = line.split("\t", -1);
            assertThat(cells).hasSize(10).noneMatch(String::isEmpty).allMatch(cell -> cell.equals(cell.strip()));
            String after = ("|" + cells[9] + "|").contains("|SpaceAfter=No|") ? "" : " ";
            if (cells[0].contains("-")) {
                assertThat(cells[0]).startsWith((word + 1) + "-");
                rangeEnd = Integer.parseInt(cells[0].substring(cells[0].indexOf('-') + 1));
                assertThat(rangeEnd).isGreaterThan(word + 1);
                written.append(cells[1]).append(after);
                continue;
            }
            assertThat(cells[0]).isEqualTo(String.valueOf(++word));
            assertThat(TAGS).contains(cells[3]);
            assertThat(Integer.parseInt(cells[6])).isNotEqualTo(word);
            roots += cells[7].equals("root") ? 1 : 0;
            assertThat(cells[7].equals("root")).isEqualTo(cells[6].equals("0"));
            if (word > rangeEnd) {
                written.append(cells[1]).append(after);
            }
        }
        assertThat(roots).isEqualTo(1);
        assertThat(text).isEqualTo(written.toString().strip());
    }

    @Test
    void theTableKeepsARowForAnAnswerWithoutWordsAndSaysWhereEachWordStands() throws IOException {
        List<String> lines = lines("out.csv");

        assertThat(lines.get(0)).isEqualTo("row,sentence,token,start,end,written,form,upos,lemma,polarity");
        assertThat(lines).contains("3,,,,,,,,,");
        assertThat(lines).anyMatch(line -> line.contains(",Bcp,beaucoup,ADV,beaucoup,"));
        assertThat(lines).noneMatch(line -> line.matches("[0-9]+,[0-9]+,[0-9]+,[0-9]+,[0-9]+,=.*"));
    }

    @Test
    void theLexiconOfTheWorkspaceIsFollowedAndABadRowOfItIsNamed() throws IOException {
        Files.writeString(folder.resolve("lexicon.csv"), "form,reading\nbcp,\nAG,assemblée générale\n");
        Files.writeString(in, "text\nbcp de bruit à l'ag\n");
        Path out = folder.resolve("out.csv");
        new AnalyseFile(folder).run(new AnalyseFile.Request(in, "text", out), Progress.NONE);
        assertThat(Files.readString(out)).contains(",bcp,bcp,", ",ag,assemblée,", ",ag,générale,");

        Files.writeString(folder.resolve("lexicon.csv"), "form,reading\n,quoi\n");
        assertThatThrownBy(() -> new AnalyseFile(folder).run(new AnalyseFile.Request(in, "text", out), Progress.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2");
    }
}

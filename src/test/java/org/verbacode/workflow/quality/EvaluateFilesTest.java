package org.verbacode.workflow.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.model.Quote;

class EvaluateFilesTest {
    private static final String TRAIN = """
            id,text,codes
            a,Du soutien toute l’année,soutien
            b,Un vrai soutien moral,soutien
            c,Des conseils pour mes études,conseils
            d,De bons conseils,conseils
            e,Soutien et conseils,soutien|conseils
            f,Rien de particulier,
            """;

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private EvaluateFiles.Outcome evaluate(Path train, Path test, Optional<Path> predictions) {
        return new EvaluateFiles(folder)
                .run(
                        new EvaluateFiles.Request(train, test, "text", "codes", Optional.empty(), predictions),
                        Progress.NONE);
    }

    @Test
    void codesOfBothFilesAreJudgedButOnlyThoseOfTheFirstPredicted() throws IOException {
        Path predictions = folder.resolve("predictions.csv");

        Evaluation evaluation = evaluate(
                        file("train.csv", TRAIN),
                        file("test.csv", "text,codes\nun soutien moral,soutien\nla forêt,nature\n"),
                        Optional.of(predictions))
                .evaluation();

        assertThat(evaluation.judged()).isEqualTo(2);
        assertThat(evaluation.codes()).extracting(Code::name).containsExactly("soutien", "conseils", "nature");
        assertThat(evaluation.score(evaluation.codes().get(0)).recall()).isEqualTo(1);
        assertThat(evaluation.score(evaluation.codes().get(2)).support()).isEqualTo(1);
        List<String> lines = Files.readAllLines(predictions);
        assertThat(lines.get(0)).isEqualTo("id,code,probability,predicted");
        assertThat(lines).hasSize(1 + 2 * 2).noneMatch(line -> line.contains("nature"));
        assertThat(lines.get(1)).startsWith("1,soutien,0.").endsWith(",1");
    }

    @Test
    void aWrongCodingIsListedToCheckAgainAndTheTableHoldsEveryCode() throws IOException {
        Evaluation evaluation = evaluate(
                        file("train.csv", TRAIN),
                        file(
                                "test.csv",
                                "id,text,codes\nx,un vrai soutien moral,conseils\ny,de bons conseils,conseils\n"),
                        Optional.empty())
                .evaluation();
        Path table = folder.resolve("codes.csv");
        CodeScoresTable.write(evaluation, table);

        assertThat(evaluation.mistakes(1)).singleElement().satisfies(worst -> assertThat(
                        evaluation.quote(worst.answer()))
                .isEqualTo(new Quote("x", "un vrai soutien moral")));
        assertThat(evaluation.confusedWith(evaluation.codes().get(0))).isEqualTo("conseils");
        assertThat(Files.readAllLines(table))
                .hasSize(1 + 2)
                .first()
                .isEqualTo("theme,code,precision,recall,f1,average_precision,support,predicted,confused_with,confused");
    }

    @Test
    void othersLearnFromTheSameFilesSideBySide() throws IOException {
        String smo = "weka.classifiers.functions.SMO -C 0.5";
        EvaluateFiles.Request request = new EvaluateFiles.Request(
                file("train.csv", TRAIN),
                file("test.csv", "text,codes\nun soutien moral,soutien\nde bons conseils,conseils\n"),
                "text",
                "codes",
                Optional.empty(),
                Optional.empty());

        Evaluation alone = new EvaluateFiles(folder).run(request, Progress.NONE).evaluation();
        Evaluation beside = new EvaluateFiles(folder)
                .run(request, new EvaluationOptions(List.of(smo, smo), true), Progress.NONE)
                .evaluation();

        assertThat(beside.scores()).isEqualTo(alone.scores());
        assertThat(beside.learners()).containsOnlyKeys(smo);
        Evaluation other = beside.learners().values().iterator().next();
        assertThat(other.codes()).isEqualTo(beside.codes());
        assertThat(other.judged()).isEqualTo(2);
        assertThat(other.scores().microF1()).isEqualTo(1);
        assertThat(other.trainSeconds()).isPositive();
        assertThat(beside.curve()).isNotNull();
        assertThat(alone.curve()).isNull();
        assertThat(folder.resolve("cache/weka")).isDirectory();
    }

    @Test
    void theCodesOfTheSecondFileChangeNoPrediction() throws IOException {
        Path train = file("train.csv", TRAIN);
        String texts = "id,text,codes\nx,un soutien moral,%s\ny,des conseils,%s\n";
        Path one = folder.resolve("one.csv");
        Path other = folder.resolve("other.csv");

        evaluate(train, file("test1.csv", texts.formatted("soutien", "conseils")), Optional.of(one));
        evaluate(train, file("test2.csv", texts.formatted("", "nature|soutien")), Optional.of(other));

        assertThat(other).hasSameTextualContentAs(one);
    }

    @Test
    void aMissingColumnAndTooFewRowsAreSaid() throws IOException {
        Path test = file("test.csv", "text,codes\nun soutien moral,soutien\n");
        Path other = file("other.csv", "texte,codes\nun soutien moral,soutien\n");

        assertThatThrownBy(() -> evaluate(other, test, Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("other.csv")
                .hasMessageContaining("texte");
        assertThatThrownBy(() -> evaluate(test, test, Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("test.csv");
    }
}

package org.verbacode.workflow.quality;

import java.nio.file.Path;
import java.util.List;
import org.verbacode.coding.Code;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.table.CsvWriter;
import org.verbacode.quality.Confusion;
import org.verbacode.quality.Scores;
import org.verbacode.study.RefusedException;

/** Writes the scores of each code as a table, one row per code. */
public final class CodeScoresTable {
    private static final List<String> HEADERS = List.of(
            "theme",
            "code",
            "precision",
            "recall",
            "f1",
            "average_precision",
            "support",
            "predicted",
            "confused_with",
            "confused");

    private CodeScoresTable() {}

    /** @throws RefusedException if nothing can be written there */
    public static void write(Evaluation evaluation, Path out) {
        try (CsvWriter csv = CsvWriter.create(out, HEADERS)) {
            for (Code code : evaluation.codes()) {
                Scores.CodeScore score = evaluation.score(code);
                Confusion confusion = score.confusion();
                String theme = code.theme();
                csv.write(List.of(
                        Formulas.neutralised(theme == null ? "" : theme),
                        Formulas.neutralised(code.name()),
                        String.valueOf(score.precision()),
                        String.valueOf(score.recall()),
                        String.valueOf(score.f1()),
                        String.valueOf(score.averagePrecision()),
                        String.valueOf(score.support()),
                        String.valueOf(score.predicted()),
                        Formulas.neutralised(evaluation.confusedWith(code)),
                        String.valueOf(confusion == null ? 0 : confusion.answers())));
            }
            csv.finish();
        }
    }
}

package org.verbacode.exchange.coding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.verbacode.exchange.survey.Columns;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * Codings made elsewhere, one row per applied code: {@code id,question,coder,code} and {@code wave} where ids restart
 * every year; an empty code means that no code applies. The long form that Verbacode exports is read too: there,
 * {@code applies} and {@code finished} may be 0.
 *
 * @param name the file's name
 * @param codeColumn name of the column of the codes
 * @param lines in the file's order
 * @param rejections rows that could not be read
 */
public record CodingsFile(String name, String codeColumn, List<Line> lines, List<Rejection> rejections) {

    /**
     * One row; texts are stripped.
     *
     * @param row the record's number, the header being row 1
     * @param wave empty where the file has none
     * @param code empty where no code applies
     */
    public record Line(long row, String wave, String id, String question, String coder, String code) {}

    public CodingsFile {
        lines = List.copyOf(lines);
        rejections = List.copyOf(rejections);
    }

    /** @throws RefusedException if the file cannot be read or lacks a column */
    public static CodingsFile read(Path path, ReadOptions options) {
        SurveyFile file = SurveyFile.open(path, options);
        int id = needed(file, "id", "id", "identifiant", "respondent", "repondant");
        int question = needed(file, "question", "question");
        int coder = needed(file, "coder", "coder", "codeur", "codeuse");
        int code = needed(file, "code", "code", "codes");
        Optional<Integer> wave = Columns.named(file.headers(), "wave", "vague", "annee", "year");
        Optional<Integer> applies = Columns.named(file.headers(), "applies");
        Optional<Integer> finished = Columns.named(file.headers(), "finished");
        List<Line> lines = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        try (TableReader rows = file.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Row.Problem problem = row.problem();
                if (problem != null) {
                    rejections.add(new Rejection(file.name(), row.number(), problem.column(), problem.reason()));
                    continue;
                }
                List<String> cells = row.cells();
                if (isZero(cells, finished)) {
                    continue;
                }
                lines.add(new Line(
                        row.number(),
                        wave.map(column -> cells.get(column).strip()).orElse(""),
                        cells.get(id).strip(),
                        cells.get(question).strip(),
                        cells.get(coder).strip(),
                        isZero(cells, applies) ? "" : cells.get(code).strip()));
            }
        }
        return new CodingsFile(file.name(), file.headers().get(code), lines, rejections);
    }

    private static boolean isZero(List<String> cells, Optional<Integer> column) {
        return column.map(index -> cells.get(index).strip().equals("0")).orElse(false);
    }

    private static int needed(SurveyFile file, String expected, String... names) {
        return Columns.named(file.headers(), names)
                .orElseThrow(() -> new RefusedException(Message.of(
                        "exchange.codings.column", file.name(), expected, String.join(", ", file.headers()))));
    }
}

package org.verbacode.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * A file of texts with their codes.
 *
 * @param rows in the file's order
 * @param rejections rows that could not be read
 */
public record LabelledFile(List<Coded> rows, List<Rejection> rejections) {
    private static final String ID = "id";
    private static final String BETWEEN_CODES = "\\|";

    /**
     * One text.
     *
     * @param id the cell of the column of that name, else the number of the row after the header
     * @param codes names; empty if no code applies
     */
    public record Coded(String id, String text, Set<String> codes) {}

    public LabelledFile {
        rows = List.copyOf(rows);
        rejections = List.copyOf(rejections);
    }

    /** @throws RefusedException if the file cannot be read, lacks a column or holds no row */
    public static LabelledFile read(Path path, String textColumn, String codesColumn) {
        SurveyFile file = SurveyFile.open(path, ReadOptions.FIND_OUT);
        int text = column(file, textColumn);
        int codes = column(file, codesColumn);
        Optional<Integer> id = file.column(ID);
        List<Coded> rows = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        try (TableReader reader = file.rows()) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                Row.Problem problem = row.problem();
                if (problem != null) {
                    rejections.add(new Rejection(file.name(), row.number(), problem.column(), problem.reason()));
                    continue;
                }
                List<String> cells = row.cells();
                String called = id.map(cells::get).orElse("").strip();
                rows.add(new Coded(
                        called.isEmpty() ? String.valueOf(row.number() - 1) : called,
                        cells.get(text),
                        split(cells.get(codes))));
            }
        }
        if (rows.isEmpty()) {
            throw new RefusedException(Message.of("workflow.quality.evaluate.empty", file.name()));
        }
        return new LabelledFile(rows, rejections);
    }

    /** @throws RefusedException if the file has no such column */
    public static int column(SurveyFile file, String name) {
        return file.column(name)
                .orElseThrow(() -> new RefusedException(
                        Message.of("workflow.column.unknown", file.name(), name, String.join(", ", file.headers()))));
    }

    private static Set<String> split(String cell) {
        Set<String> codes = new LinkedHashSet<>();
        for (String code : cell.split(BETWEEN_CODES, -1)) {
            if (!code.isBlank()) {
                codes.add(code.strip());
            }
        }
        return codes;
    }
}

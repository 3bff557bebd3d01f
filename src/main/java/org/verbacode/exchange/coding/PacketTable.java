package org.verbacode.exchange.coding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.Code;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.survey.Columns;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.exchange.table.Table;
import org.verbacode.study.Answer;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * One coder's share of a round as a table: {@code id,wave,question,text} and one column per code, to be filled with 1 or
 * x where the code applies.
 *
 * @param lines in the file's order
 * @param rejections rows and cells that could not be read
 */
public record PacketTable(String name, List<Line> lines, List<Rejection> rejections) {
    private static final List<String> FIXED = List.of("id", "wave", "question", "text");

    /**
     * One answer.
     *
     * @param row the record's number, the header being row 1
     * @param marks the filled cells by column: whether the code applies
     * @param complete whether all its cells could be read
     */
    public record Line(
            long row,
            String id,
            String wave,
            String question,
            String text,
            Map<String, Boolean> marks,
            boolean complete) {
        public Line {
            marks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(marks));
        }
    }

    public PacketTable {
        lines = List.copyOf(lines);
        rejections = List.copyOf(rejections);
    }

    /** The table to fill, then the definitions of the codes. */
    public static List<Table> sheets(List<Answer> answers, List<Code> codes, String instruction) {
        List<String> header = new ArrayList<>(FIXED);
        codes.forEach(code -> header.add(column(code.name())));
        List<List<Object>> rows = new ArrayList<>();
        for (Answer answer : answers) {
            List<Object> row = new ArrayList<>(List.of(
                    answer.respondent().value(),
                    answer.wave().value(),
                    answer.question().value(),
                    answer.text()));
            codes.forEach(code -> row.add(""));
            rows.add(row);
        }
        List<List<Object>> definitions = new ArrayList<>();
        definitions.add(List.of(instruction, "", "", "", "", ""));
        for (Code code : codes) {
            String theme = code.theme();
            definitions.add(List.of(
                    code.name(),
                    theme == null ? "" : theme,
                    code.definition(),
                    code.include(),
                    code.exclude(),
                    code.examples()));
        }
        return List.of(
                new Table("codes", header, rows),
                new Table(
                        "definitions",
                        List.of("code", "theme", "definition", "include", "exclude", "examples"),
                        definitions));
    }

    /** The column of a code, which may have the name of another column. */
    private static String column(String code) {
        return FIXED.contains(code) ? "code: " + code : code;
    }

    /** @throws RefusedException if the file cannot be read or lacks a column */
    public static PacketTable read(Path path) {
        SurveyFile file = SurveyFile.open(path, ReadOptions.FIND_OUT);
        List<Integer> fixed = FIXED.stream().map(column -> needed(file, column)).toList();
        List<Line> lines = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        try (TableReader rows = file.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Row.Problem problem = row.problem();
                if (problem != null) {
                    rejections.add(new Rejection(file.name(), row.number(), problem.column(), problem.reason()));
                } else {
                    lines.add(line(file, row, fixed, rejections));
                }
            }
        }
        return new PacketTable(file.name(), lines, rejections);
    }

    private static int needed(SurveyFile file, String column) {
        return Columns.named(file.headers(), column)
                .orElseThrow(() -> new RefusedException(
                        Message.of("exchange.packet.column", file.name(), column, String.join(", ", file.headers()))));
    }

    private static Line line(SurveyFile file, Row row, List<Integer> fixed, List<Rejection> rejections) {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        boolean complete = true;
        for (int column = 0; column < file.headers().size(); column++) {
            String cell = row.cells().get(column).strip();
            if (fixed.contains(column) || cell.isEmpty()) {
                continue;
            }
            String name = Formulas.restored(file.headers().get(column)).replaceFirst("^code: ", "");
            Optional<Boolean> mark = mark(cell);
            if (mark.isPresent()) {
                marks.put(name, mark.get());
            } else {
                complete = false;
                rejections.add(
                        new Rejection(file.name(), row.number(), name, Message.of("exchange.packet.mark", cell)));
            }
        }
        List<String> said =
                fixed.stream().map(column -> row.cells().get(column)).toList();
        return new Line(
                row.number(),
                said.get(0).strip(),
                said.get(1).strip(),
                said.get(2).strip(),
                said.get(3),
                marks,
                complete);
    }

    /** Whether a cell says that the code applies; empty if it cannot be read. */
    private static Optional<Boolean> mark(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "1,0", "x", "oui", "yes", "o", "y", "vrai", "true", "✓", "✔" -> Optional.of(true);
            case "0", "0.0", "0,0", "non", "no", "n", "faux", "false", "-" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}

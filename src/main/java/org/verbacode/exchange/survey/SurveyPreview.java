package org.verbacode.exchange.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.RefusedException;

/**
 * A preview of reading a file; nothing is stored.
 *
 * @param file its name
 * @param tool that it seems to come from
 * @param encoding empty for a workbook
 * @param separator empty for a workbook
 * @param columns all columns with their guessed roles
 * @param rows the first records
 * @param count number of records that can be read
 * @param rejections records that cannot be read
 */
public record SurveyPreview(
        String file,
        SurveyTool tool,
        String encoding,
        String separator,
        List<Column> columns,
        List<List<String>> rows,
        int count,
        List<Rejection> rejections) {
    /** Records displayed in a preview. */
    private static final int SHOWN_ROWS = 10;
    /** Records from which the roles of columns are guessed. */
    private static final int JUDGED_ROWS = 300;

    /**
     * A column of the file.
     *
     * @param description the wording of its question, or empty
     */
    public record Column(String name, String description, ColumnRole role) {}

    public SurveyPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        rejections = List.copyOf(rejections);
    }

    /** @throws RefusedException if the file cannot be read at all */
    public static SurveyPreview of(Path path, ReadOptions options) {
        SurveyFile file = SurveyFile.open(path, options);
        List<List<String>> judged = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        int count = 0;
        try (TableReader reader = file.rows()) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                Row.Problem problem = row.problem();
                if (problem != null) {
                    rejections.add(new Rejection(file.name(), row.number(), problem.column(), problem.reason()));
                    continue;
                }
                count++;
                if (judged.size() < JUDGED_ROWS) {
                    judged.add(row.cells());
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < file.headers().size(); column++) {
            int index = column;
            String name = file.headers().get(column);
            columns.add(new Column(
                    name,
                    file.description(column).orElse(""),
                    ColumnRole.of(
                            name, judged.stream().map(cells -> cells.get(index)).toList())));
        }
        return new SurveyPreview(
                file.name(),
                file.tool(),
                file.encoding(),
                file.separator(),
                columns,
                judged.subList(0, Math.min(SHOWN_ROWS, judged.size())),
                count,
                rejections);
    }

    /** The same with roles chosen before. */
    public SurveyPreview with(Map<String, ColumnRole> chosen) {
        return new SurveyPreview(
                file,
                tool,
                encoding,
                separator,
                columns.stream()
                        .map(column -> new Column(
                                column.name(), column.description(), chosen.getOrDefault(column.name(), column.role())))
                        .toList(),
                rows,
                count,
                rejections);
    }

    /** The names of the columns of a role. */
    public List<String> named(ColumnRole role) {
        return columns.stream()
                .filter(column -> column.role() == role)
                .map(Column::name)
                .toList();
    }

    /** The first column of a role, if there is one. */
    public Optional<String> first(ColumnRole role) {
        return named(role).stream().findFirst();
    }
}

package org.verbacode.exchange.coding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.exchange.survey.Columns;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.exchange.table.Table;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;

/**
 * The codes of one question as a table: {@code code,theme,definition,include,exclude,examples,colour}, of which only
 * the first column is required.
 *
 * @param codes with the ids derived from their names
 * @param rejections rows that could not be read
 */
public record CodebookFile(List<Code> codes, List<Rejection> rejections) {
    public CodebookFile {
        codes = List.copyOf(codes);
        rejections = List.copyOf(rejections);
    }

    /** The codes as a table of the same columns. */
    public static Table table(List<Code> codes) {
        List<List<Object>> rows = codes.stream()
                .<List<Object>>map(code -> List.of(
                        code.name(),
                        Objects.requireNonNullElse(code.theme(), ""),
                        code.definition(),
                        code.include(),
                        code.exclude(),
                        code.examples(),
                        Objects.requireNonNullElse(code.colour(), "")))
                .toList();
        return new Table(
                "codebook", List.of("code", "theme", "definition", "include", "exclude", "examples", "colour"), rows);
    }

    /** @throws RefusedException if the file cannot be read or has no column for the codes */
    public static CodebookFile read(Path path, StudyName study, QuestionName question, ReadOptions options) {
        SurveyFile file = SurveyFile.open(path, options);
        List<String> headers = file.headers();
        int name = Columns.named(headers, "code", "codes", "nom", "name")
                .orElseThrow(() -> new RefusedException(
                        Message.of("exchange.codebook.column", file.name(), String.join(", ", headers))));
        Optional<Integer> theme = Columns.named(headers, "theme", "categorie", "category");
        Optional<Integer> definition = Columns.named(headers, "definition", "description");
        Optional<Integer> include = Columns.named(headers, "include", "inclure", "inclusion");
        Optional<Integer> exclude = Columns.named(headers, "exclude", "exclure", "exclusion");
        Optional<Integer> examples = Columns.named(headers, "examples", "exemples", "example", "exemple");
        Optional<Integer> colour = Columns.named(headers, "colour", "color", "couleur");
        List<Code> codes = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (TableReader rows = file.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Row.Problem problem = row.problem();
                if (problem != null) {
                    rejections.add(new Rejection(file.name(), row.number(), problem.column(), problem.reason()));
                    continue;
                }
                String called = row.cells().get(name).strip();
                if (!seen.add(called)) {
                    rejections.add(new Rejection(
                            file.name(),
                            row.number(),
                            headers.get(name),
                            Message.of("exchange.codebook.twice", called)));
                    continue;
                }
                try {
                    codes.add(new Code(
                            CodeId.of(study, question, called),
                            called,
                            emptyIsNull(cell(row, theme)),
                            cell(row, definition),
                            cell(row, include),
                            cell(row, exclude),
                            cell(row, examples),
                            colour(cell(row, colour))));
                } catch (RefusedException e) {
                    rejections.add(new Rejection(file.name(), row.number(), headers.get(name), e.sentence()));
                }
            }
        }
        return new CodebookFile(codes, rejections);
    }

    private static String cell(Row row, Optional<Integer> column) {
        return column.map(index -> row.cells().get(index).strip()).orElse("");
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String colour(String text) {
        return text.matches("#[0-9a-fA-F]{6}") ? text : null;
    }
}

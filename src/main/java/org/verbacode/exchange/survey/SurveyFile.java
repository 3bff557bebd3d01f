package org.verbacode.exchange.survey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * A table exported by a survey tool or a spreadsheet, CSV or XLSX: its format is detected, its size bounded, and it
 * is read one record at a time.
 */
public final class SurveyFile {
    private static final int MAX_COLUMNS = 5_000;

    private final Path file;
    private final @Nullable CsvDialect dialect;
    private final List<String> headers;
    private final List<String> descriptions;
    private final SurveyTool tool;

    private SurveyFile(Path file, @Nullable CsvDialect dialect) throws IOException {
        this.file = file;
        this.dialect = dialect;
        try (RawRows rows = raw()) {
            List<String> first = rows.next();
            if (first == null || first.stream().allMatch(String::isBlank)) {
                throw new RefusedException(Message.of("exchange.file.empty", file.getFileName()));
            }
            if (first.size() > MAX_COLUMNS) {
                throw new RefusedException(Message.of("exchange.file.wide", file.getFileName(), MAX_COLUMNS));
            }
            headers = unique(first);
            List<String> second = nextOrNull(rows);
            List<String> third = nextOrNull(rows);
            tool = SurveyTool.of(headers, third == null ? List.of() : third);
            descriptions = tool == SurveyTool.QUALTRICS && second != null ? List.copyOf(second) : List.of();
        }
    }

    /** Rows after the header serve to detect the tool only; their problems are reported when they are read. */
    private static @Nullable List<String> nextOrNull(RawRows rows) {
        try {
            return rows.next();
        } catch (RefusedException e) {
            return null;
        }
    }

    /**
     * Detects the format of a file by its first records.
     *
     * @throws RefusedException if it is missing, empty, or neither text nor an Excel workbook
     */
    public static SurveyFile open(Path file, ReadOptions options) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Message.of("exchange.file.missing", file));
        }
        try {
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(8);
            }
            if (start.length == 0) {
                throw new RefusedException(Message.of("exchange.file.empty", file.getFileName()));
            }
            if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
                return new SurveyFile(file, null);
            }
            if (start.length > 3 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
                throw new RefusedException(Message.of("exchange.xls.old", file.getFileName()));
            }
            return new SurveyFile(file, CsvDialect.of(file, options));
        } catch (ZipException e) {
            throw new RefusedException(Message.of("exchange.xlsx.not", file.getFileName()), e);
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.file.unreadable", file), e);
        }
    }

    private RawRows raw() throws IOException {
        return dialect == null ? new XlsxRows(file) : new CsvRows(file, dialect);
    }

    /** Makes headers unique and non-empty. */
    private static List<String> unique(List<String> first) {
        List<String> names = new ArrayList<>();
        int last = first.size();
        while (last > 0 && first.get(last - 1).isBlank()) {
            last--;
        }
        for (int column = 0; column < last; column++) {
            String name = first.get(column)
                    .replace('\u00A0', ' ')
                    .replaceAll("\\s+", " ")
                    .strip();
            String base = name.isEmpty() ? "#" + (column + 1) : name;
            String candidate = base;
            for (int again = 2; names.contains(candidate); again++) {
                candidate = base + " (" + again + ")";
            }
            names.add(candidate);
        }
        return names;
    }

    /** The file's name without its folders. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** The columns in their order, with unique names. */
    public List<String> headers() {
        return List.copyOf(headers);
    }

    /** The index of the column of this name; case is ignored where it is unambiguous. */
    public Optional<Integer> column(String name) {
        String wanted = name.strip();
        int exact = headers.indexOf(wanted);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        List<String> alike = headers.stream().filter(wanted::equalsIgnoreCase).toList();
        return alike.size() == 1 ? Optional.of(headers.indexOf(alike.get(0))) : Optional.empty();
    }

    /** The wording of a column's question, if the file has one. */
    public Optional<String> description(int column) {
        return column < descriptions.size() && !descriptions.get(column).isBlank()
                ? Optional.of(descriptions.get(column).strip())
                : Optional.empty();
    }

    /** The tool that the file seems to come from. */
    public SurveyTool tool() {
        return tool;
    }

    /** The encoding's name, such as UTF-8; empty for a workbook. */
    public String encoding() {
        return dialect == null ? "" : dialect.encoding().charset().name();
    }

    /** The separator of cells; empty for a workbook. */
    public String separator() {
        return dialect == null ? "" : String.valueOf(dialect.separator());
    }

    /**
     * The records after the header.
     *
     * @throws RefusedException if the file cannot be read any more
     */
    public TableReader rows() {
        try {
            CellCheck check =
                    new CellCheck(headers, dialect == null || dialect.encoding().sound());
            return new CheckedRows(raw(), check, tool);
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.file.unreadable", file), e);
        }
    }
}

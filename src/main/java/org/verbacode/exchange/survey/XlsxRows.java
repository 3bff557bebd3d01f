package org.verbacode.exchange.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** The rows of the first visible sheet of an Excel workbook; values, not formulas. */
final class XlsxRows implements RawRows {
    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int width;

    XlsxRows(Path file) throws IOException {
        this.file = file;
        ZipCheck.of(file, "xl/workbook.xml");
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            Sheet sheet = workbook.getSheets()
                    .filter(candidate -> candidate.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(() -> notReadable(null));
            stream = sheet.openStream();
        } catch (ExcelReaderException | IllegalArgumentException | UncheckedIOException e) {
            throw notReadable(e);
        }
        rows = stream.iterator();
    }

    private RefusedException notReadable(@Nullable Throwable cause) {
        Message sentence = Message.of("exchange.xlsx.not", file.getFileName());
        return cause == null ? new RefusedException(sentence) : new RefusedException(sentence, cause);
    }

    @Override
    public @Nullable List<String> next() {
        try {
            while (rows.hasNext()) {
                List<String> cells = cells(rows.next());
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                // A row ends with its last filled cell; all are padded to the width of the header.
                width = width == 0 ? cells.size() : width;
                if (cells.size() < width) {
                    cells.addAll(Collections.nCopies(width - cells.size(), ""));
                }
                return cells;
            }
            return null;
        } catch (ExcelReaderException | IllegalArgumentException | UncheckedIOException e) {
            throw notReadable(e);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column).map(XlsxRows::text).orElse(""));
        }
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        return new ArrayList<>(cells.subList(0, last));
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        String format = cell.getDataFormatString();
        if (format != null && isDate(format)) {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        BigDecimal number = cell.asNumber();
        // Spreadsheets store long student numbers as 1E+20; larger exponents are no numbers.
        return Math.abs(number.scale()) > 40 ? raw : number.stripTrailingZeros().toPlainString();
    }

    /** Whether a number format is a date: letters of day, month or year outside quotation marks and brackets. */
    private static boolean isDate(String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return !bare.equals("general") && bare.matches(".*[ymdhs].*");
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }
}

package org.verbacode.exchange.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.verbacode.exchange.Formulas;

/** Writes tables for spreadsheets, R and SPSS. */
public final class TableFile {
    /** Marks the file as UTF-8 for Excel. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TableFile() {}

    /** The table as CSV: UTF-8 with byte order mark, comma, RFC 4180 quoting, decimal point. */
    public static byte[] csv(Table table) {
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(table.header().stream().map(TableFile::shown));
            for (List<Object> row : table.rows()) {
                printer.printRecord(row.stream().map(TableFile::shown));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The tables as one workbook, one sheet each; texts stay texts, numbers stay numbers. */
    public static byte[] xlsx(List<Table> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Verbacode", null)) {
            for (Table table : tables) {
                fill(workbook.newWorksheet(table.name()), table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, Table table) {
        for (int column = 0; column < table.header().size(); column++) {
            sheet.value(0, column, table.header().get(column));
            sheet.style(0, column).bold().set();
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<Object> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    sheet.value(row + 1, column, number);
                } else {
                    sheet.value(row + 1, column, cells.get(column).toString());
                }
            }
        }
        sheet.freezePane(0, 1);
    }

    private static Object shown(Object cell) {
        return cell instanceof String text ? Formulas.neutralised(text) : cell;
    }
}

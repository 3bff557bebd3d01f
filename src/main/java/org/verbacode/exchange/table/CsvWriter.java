package org.verbacode.exchange.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.SafeFile;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Writes a CSV file: UTF-8, commas, RFC 4180; it appears when {@link #finish} is called. */
public final class CsvWriter implements AutoCloseable {
    private final Path target;
    private final SafeFile file;
    private final CSVPrinter printer;

    private CsvWriter(Path target, SafeFile file, CSVPrinter printer) {
        this.target = target;
        this.file = file;
        this.printer = printer;
    }

    /** @throws RefusedException if nothing can be written there */
    public static CsvWriter create(Path target, List<String> headers) {
        SafeFile file = SafeFile.create(target);
        try {
            Writer writer = Files.newBufferedWriter(file.temporary(), StandardCharsets.UTF_8);
            CsvWriter csv = new CsvWriter(target, file, new CSVPrinter(writer, CSVFormat.RFC4180));
            csv.write(headers.stream().map(Formulas::neutralised).toList());
            return csv;
        } catch (IOException e) {
            file.close();
            throw new RefusedException(Message.of("exchange.out.unwritable", target), e);
        }
    }

    /** Writes a record; respondents' words should be passed through {@link Formulas#neutralised}. */
    public void write(List<String> cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", target), e);
        }
    }

    /** Completes the file. */
    public void finish() {
        try {
            printer.close();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", target), e);
        }
        file.finish();
    }

    @Override
    public void close() {
        try {
            printer.close();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", target), e);
        } finally {
            file.close();
        }
    }
}

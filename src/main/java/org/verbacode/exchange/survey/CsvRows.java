package org.verbacode.exchange.survey;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** The raw records of a CSV file, header included. */
final class CsvRows implements RawRows {
    private final Path file;
    private final RecordLimit reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private boolean broken;

    CsvRows(Path file, CsvDialect dialect) throws IOException {
        this.file = file;
        reader = new RecordLimit(new InputStreamReader(
                dialect.encoding().open(file), dialect.encoding().charset()));
        parser = CSVParser.builder()
                .setReader(reader)
                .setFormat(dialect.format())
                .get();
        records = parser.iterator();
        if (dialect.announced() && records.hasNext()) {
            records.next();
        }
    }

    @Override
    public @Nullable List<String> next() {
        if (broken) {
            return null;
        }
        try {
            if (!records.hasNext()) {
                return null;
            }
            reader.recordEnded();
            return records.next().toList();
        } catch (UncheckedIOException e) {
            broken = true;
            throw new RefusedException(Message.of("exchange.csv.quote", file.getFileName()), e);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }
}

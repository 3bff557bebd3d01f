package org.verbacode.exchange.survey;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The format of a CSV file.
 *
 * @param announced whether the first line is {@code sep=;}, as Excel writes it
 */
record CsvDialect(TextEncoding encoding, char separator, boolean announced) {
    private static final char[] SEPARATORS = {',', ';', '\t'};
    /** Characters from which the dialect is detected. */
    private static final int SAMPLE_CHARS = 1 << 17;
    /** Records from which the separator is detected. */
    private static final int SAMPLE_ROWS = 200;

    static CsvDialect of(Path file, ReadOptions options) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, options.encoding());
        char[] sample = new char[SAMPLE_CHARS];
        int length;
        try (Reader reader = new InputStreamReader(encoding.open(file), encoding.charset())) {
            length = reader.read(sample);
            for (int more = length; more > 0 && length < sample.length; ) {
                more = reader.read(sample, length, sample.length - length);
                length += Math.max(0, more);
            }
        }
        String start = new String(sample, 0, Math.max(0, length));
        boolean announced = start.length() > 4 && start.regionMatches(true, 0, "sep=", 0, 4);
        Character asked = options.separator();
        if (asked != null) {
            return new CsvDialect(encoding, asked, announced);
        }
        return new CsvDialect(
                encoding, announced ? start.charAt(4) : mostConsistent(start, length == SAMPLE_CHARS), announced);
    }

    /**
     * The separator under which most records have as many cells as the first; if several do, the one with more cells.
     * A file of one column gets a separator that occurs in no sentence.
     */
    private static char mostConsistent(String start, boolean cut) {
        char best = ',';
        double bestScore = 0;
        boolean whole = false;
        for (char separator : SEPARATORS) {
            List<Integer> widths = widths(start, separator);
            if (cut && widths.size() > 1) {
                widths.remove(widths.size() - 1);
            }
            if (widths.isEmpty() || widths.get(0) < 2) {
                if (bestScore == 0 && !whole && widths.stream().allMatch(width -> width == 1)) {
                    best = separator;
                    whole = true;
                }
                continue;
            }
            int first = widths.get(0);
            long alike = widths.stream().filter(width -> width == first).count();
            // The number of cells, at most thousands, only breaks ties.
            double score = (double) alike / widths.size() + first * 1e-9;
            if (score > bestScore) {
                best = separator;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<Integer> widths(String start, char separator) {
        List<Integer> widths = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(start))
                .setFormat(format(separator))
                .get()) {
            for (CSVRecord row : parser) {
                widths.add(row.size());
                if (widths.size() == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (UncheckedIOException | IOException e) {
            // The sample ends inside quotation marks: what was read before is used.
            return widths;
        }
        return widths;
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .get();
    }

    CSVFormat format() {
        return format(separator);
    }
}

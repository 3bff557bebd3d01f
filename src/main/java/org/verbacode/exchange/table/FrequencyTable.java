package org.verbacode.exchange.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.results.Frequencies;
import org.verbacode.results.Share;
import org.verbacode.study.Message;

/** The table of the chart of codes, one row per code and wave, and the totals of the waves. */
public final class FrequencyTable {
    private FrequencyTable() {}

    /**
     * Counts, shares and 95 % intervals; people and model in separate columns.
     *
     * @param notice a label on every row; empty for real data
     */
    public static Table ofCodes(Frequencies frequencies, String notice, Locale locale) {
        List<List<Object>> rows = new ArrayList<>();
        for (Frequencies.Row row : frequencies.rows()) {
            rows.add(row(row, notice));
        }
        return new Table(word("sheet.codes", locale), header(notice, locale), rows);
    }

    private static List<String> header(String notice, Locale locale) {
        Stream<String> columns = Stream.of(
                        "theme",
                        "code",
                        "wave",
                        "people",
                        "people-of",
                        "people-share",
                        "low",
                        "high",
                        "model",
                        "model-of")
                .map(column -> word("column." + column, locale));
        return Stream.concat(columns, notice.isEmpty() ? Stream.of() : Stream.of(word("column.notice", locale)))
                .toList();
    }

    private static List<Object> row(Frequencies.Row row, String notice) {
        Code code = row.code();
        String theme = code.theme();
        Share people = row.people();
        List<Object> cells = new ArrayList<>(List.of(
                theme == null ? "" : theme,
                code.name(),
                row.wave().value(),
                people.count(),
                people.of(),
                rounded(people.value()),
                rounded(people.low()),
                rounded(people.high()),
                row.model().count(),
                row.model().of()));
        if (!notice.isEmpty()) {
            cells.add(notice);
        }
        return cells;
    }

    /** The totals of the waves. */
    public static Table ofWaves(Frequencies frequencies, String notice, Locale locale) {
        List<String> header =
                new ArrayList<>(Stream.of("wave", "given", "coded", "applications", "sorted", "suggested", "empty")
                        .map(column -> word("column." + column, locale))
                        .toList());
        if (!notice.isEmpty()) {
            header.add(word("column.notice", locale));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Frequencies.WaveTotal total : frequencies.waves()) {
            List<Object> cells = new ArrayList<>(List.of(
                    total.wave().value(),
                    total.given(),
                    total.coded(),
                    total.applications(),
                    total.sorted(),
                    total.suggested(),
                    total.withoutContent()));
            if (!notice.isEmpty()) {
                cells.add(notice);
            }
            rows.add(cells);
        }
        return new Table(word("sheet.waves", locale), header, rows);
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static String word(String key, Locale locale) {
        return Message.of("exchange.results." + key).in(locale);
    }
}

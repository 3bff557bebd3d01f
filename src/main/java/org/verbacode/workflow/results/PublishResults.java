package org.verbacode.workflow.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.exchange.SafeFile;
import org.verbacode.exchange.table.FrequencyTable;
import org.verbacode.exchange.table.TableFile;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.results.Frequencies;
import org.verbacode.results.chart.Chart;
import org.verbacode.results.chart.Chart.Figure;
import org.verbacode.results.chart.Chart.Measure;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.results.CountCodes.Counted;

/** Makes the files of a publication from the counts of a question: charts and their tables. */
public final class PublishResults {
    private final Counted counted;
    private final Locale locale;

    public PublishResults(Counted counted, Locale locale) {
        this.counted = counted;
        this.locale = locale;
    }

    /** The chart of codes per wave. */
    public Chart chart(Figure figure) {
        return Chart.ofCodes(counted.frequencies(), figure, title(), notes(figure), locale);
    }

    private String title() {
        List<String> wordings =
                counted.question().wordings().values().stream().distinct().toList();
        return wordings.size() == 1
                ? wordings.get(0)
                : counted.question().study().value() + ", "
                        + counted.question().name().value();
    }

    /** The lines under the title: the coders, the number of answers, and the label of the study. */
    private List<String> notes(Figure figure) {
        Frequencies frequencies = counted.frequencies();
        List<String> notes = new ArrayList<>();
        if (figure.source() == Source.PEOPLE) {
            notes.add(Message.of(
                            "workflow.results.chart.people",
                            frequencies.applications(),
                            String.join(", ", counted.coders()))
                    .in(locale));
            frequencies.waves().stream()
                    .filter(total -> total.coded() > 0)
                    .forEach(total -> notes.add(Message.of(
                                    "workflow.results.chart.wave",
                                    total.wave().value(),
                                    total.applications(),
                                    total.coded())
                            .in(locale)));
        } else {
            notes.add(Message.of("workflow.results.chart.model", frequencies.suggested())
                    .in(locale));
            frequencies.waves().stream()
                    .filter(total -> total.sorted() > 0)
                    .forEach(total -> notes.add(Message.of(
                                    "workflow.results.chart.wave",
                                    total.wave().value(),
                                    total.suggested(),
                                    total.sorted())
                            .in(locale)));
        }
        if (!counted.notice().isEmpty()) {
            notes.add(counted.notice());
        }
        return notes;
    }

    /** The table of codes and waves as CSV. */
    public byte[] csv() {
        return TableFile.csv(FrequencyTable.ofCodes(counted.frequencies(), counted.notice(), locale));
    }

    /** The table of codes and waves and the totals of the waves as a workbook. */
    public byte[] xlsx() {
        return TableFile.xlsx(List.of(
                FrequencyTable.ofCodes(counted.frequencies(), counted.notice(), locale),
                FrequencyTable.ofWaves(counted.frequencies(), counted.notice(), locale)));
    }

    /** All files by their names: tables, and charts of what has been coded or suggested. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("codes.csv", csv());
        files.put("codes.xlsx", xlsx());
        files.put("waves.csv", TableFile.csv(FrequencyTable.ofWaves(counted.frequencies(), counted.notice(), locale)));
        for (Source source : List.of(Source.PEOPLE, Source.MODEL)) {
            if (has(source)) {
                for (Measure measure : Measure.values()) {
                    Chart chart = chart(new Figure(source, measure));
                    String name = (source == Source.PEOPLE ? "codes-" : "suggested-")
                            + (measure == Measure.COUNT ? "counts" : "shares");
                    files.put(name + ".svg", chart.svg().getBytes(StandardCharsets.UTF_8));
                    files.put(name + ".png", chart.png());
                }
            }
        }
        return files;
    }

    /** Whether a person, or the model, has coded any answer. */
    public boolean has(Source source) {
        return counted.frequencies().waves().stream()
                .anyMatch(total -> (source == Source.PEOPLE ? total.coded() : total.sorted()) > 0);
    }

    /**
     * Writes the files into a folder, each completely or not at all.
     *
     * @throws RefusedException if the folder cannot be written
     */
    public static void write(Map<String, byte[]> files, Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                try (SafeFile out = SafeFile.create(folder.resolve(file.getKey()))) {
                    Files.write(out.temporary(), file.getValue());
                    out.finish();
                }
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.results.folder", folder), e);
        }
    }
}

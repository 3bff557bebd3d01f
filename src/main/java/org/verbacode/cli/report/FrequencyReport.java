package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.coding.Code;
import org.verbacode.results.Frequencies;
import org.verbacode.study.Message;
import org.verbacode.workflow.results.CountCodes;

/** Code frequencies by wave: codings of people, and totals of the model's suggestions. */
public record FrequencyReport(CountCodes.Counted counted) implements Report {
    @Override
    public Map<String, Object> json(Locale locale) {
        Frequencies frequencies = counted.frequencies();
        Map<String, Integer> applications = new LinkedHashMap<>();
        Map<String, Integer> suggested = new LinkedHashMap<>();
        Map<String, Integer> withoutContent = new LinkedHashMap<>();
        for (Frequencies.WaveTotal total : frequencies.waves()) {
            applications.put(total.wave().value(), total.applications());
            suggested.put(total.wave().value(), total.suggested());
            withoutContent.put(total.wave().value(), total.withoutContent());
        }
        Map<String, Map<String, Integer>> codes = new LinkedHashMap<>();
        for (Frequencies.Row row : frequencies.rows()) {
            codes.computeIfAbsent(row.code().name(), unused -> new LinkedHashMap<>())
                    .put(row.wave().value(), row.people().count());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("applications", applications);
        json.put("codes", codes);
        json.put("suggested", suggested);
        json.put("without_content", withoutContent);
        return json;
    }

    @Override
    public void print(Console console) {
        if (!counted.notice().isEmpty()) {
            console.line(counted.notice());
        }
        Frequencies frequencies = counted.frequencies();
        for (Frequencies.WaveTotal total : frequencies.waves()) {
            console.line(Message.of(
                    "cli.results.wave",
                    total.wave().value(),
                    total.applications(),
                    total.coded(),
                    total.given(),
                    total.suggested(),
                    total.sorted()));
            if (total.withoutContent() > 0) {
                console.line(Message.of("cli.results.empty", total.wave().value(), total.withoutContent()));
            }
        }
        for (Code code : frequencies.codes()) {
            StringBuilder line = new StringBuilder(code.name());
            for (Frequencies.Row row : frequencies.of(code)) {
                line.append('\t').append(row.people().count());
            }
            console.line(line.toString());
        }
    }
}

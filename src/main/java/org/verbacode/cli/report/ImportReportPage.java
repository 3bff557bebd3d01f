package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.RejectedRows;
import org.verbacode.cli.console.Report;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.workflow.importing.ImportWaves;
import org.verbacode.workflow.waves.WaveReport;

/** What an import added and rejected, and what is new in the waves that it brought. */
public record ImportReportPage(ImportWaves.Outcome outcome) implements Report {
    @Override
    public Map<String, Object> json(Locale locale) {
        ImportReport report = outcome.report();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("new", report.added());
        object.put("unchanged", report.unchanged());
        object.put("changed", report.changed());
        object.put("codings", report.codings());
        object.put("rejected", report.rejectedRows());
        object.put("rejections", RejectedRows.json(report.rejections(), locale));
        object.put("notes", report.notes().stream().map(note -> note.in(locale)).toList());
        object.put(
                "wave_reports",
                outcome.arrivals().stream()
                        .map(arrival -> json(arrival, locale))
                        .toList());
        return object;
    }

    private static Map<String, Object> json(ImportWaves.Arrival arrival, Locale locale) {
        WaveReport report = arrival.report();
        if (report != null) {
            return new WaveReportPage(report).json(locale);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("question", arrival.question().value());
        object.put("wave", arrival.wave().value());
        object.put("failure", unsuggested(arrival).in(locale));
        return object;
    }

    @Override
    public void print(Console console) {
        ImportReport report = outcome.report();
        console.line(
                Message.of("cli.import.done", report.added(), report.unchanged(), report.changed(), report.codings()));
        report.notes().forEach(console::tell);
        RejectedRows.tell(report.rejections(), console);
        for (ImportWaves.Arrival arrival : outcome.arrivals()) {
            WaveReport arrived = arrival.report();
            if (arrived == null) {
                console.tell(unsuggested(arrival));
            } else {
                new WaveReportPage(arrived).tell(console);
            }
        }
    }

    private static Message unsuggested(ImportWaves.Arrival arrival) {
        Message failure = arrival.failure();
        return Message.of(
                "workflow.waves.unsuggested",
                arrival.wave().value(),
                arrival.question().value(),
                failure == null ? "" : failure);
    }
}

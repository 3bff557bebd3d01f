package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.results.Drift;
import org.verbacode.results.Share;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.waves.WaveReport;

/** What is new in a wave, and whether the model can be kept. */
public record WaveReportPage(WaveReport report) implements Report {
    /** Prints the main figures to standard error, beside the result of an import. */
    void tell(Console console) {
        console.tell(Message.of(
                "cli.wave.suggested",
                report.model().value(),
                report.answers(),
                report.wave().value()));
        console.tell(words());
        console.tell(unlike());
        console.tell(report.sentence());
    }

    @Override
    public void print(Console console) {
        console.line(report.sentence());
        console.line(Message.of(
                "cli.wave.compared",
                report.answers(),
                report.wave().value(),
                report.answersBefore(),
                String.join(", ", report.before().stream().map(WaveName::value).toList()),
                report.model().value()));
        console.line(words());
        report.words()
                .frequent()
                .forEach(word -> console.line(Message.of("cli.wave.word", word.written(), word.count())));
        console.line(unlike());
        report.examples().forEach(quote -> console.line("  " + quote.whose() + " : " + Console.oneLine(quote.text())));
        if (report.audit().judged() > 0) {
            WaveReport.Audit audit = report.audit();
            console.line(Message.of(
                    "cli.wave.audit",
                    audit.judged(),
                    audit.scores().microF1(),
                    audit.scores().microInterval().low(),
                    audit.scores().microInterval().high(),
                    audit.learnedF1()));
            console.line(Message.of(
                    "cli.wave.drift",
                    audit.overall().observed(),
                    audit.overall().expected(),
                    audit.judged()));
        }
        if (report.audit().others() > 0) {
            console.line(Message.of("cli.wave.others", report.audit().others()));
        }
        console.line(Message.of("cli.wave.codes"));
        report.codes().forEach(line -> print(line, console));
    }

    private static void print(WaveReport.CodeLine line, Console console) {
        console.line(Message.of(
                "cli.wave.code",
                line.code().name(),
                line.people().count(),
                line.people().of(),
                line.uncoded(),
                line.expectedBefore(),
                line.expected(),
                points(line.change().value()),
                points(line.change().low()),
                points(line.change().high())));
        Drift drift = line.drift();
        if (drift != null) {
            console.line(Message.of("cli.wave.code.drift", drift.observed(), drift.expected(), drift.answers()));
        }
    }

    /** In points with one decimal, without a sign before a rounded zero. */
    private static double points(double share) {
        return Math.round(1000 * share) / 10.0;
    }

    private Message words() {
        return compared("cli.wave.words", report.unknownWords(), report.wordsAloneBefore());
    }

    private Message unlike() {
        return compared("cli.wave.unlike", report.unlike(), report.unlikeBefore());
    }

    private static Message compared(String key, Share now, Share before) {
        return Message.of(key, now.value(), now.count(), now.of(), before.value(), before.count(), before.of());
    }

    @Override
    public Map<String, Object> json(Locale locale) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("question", report.question().value());
        object.put("wave", report.wave().value());
        object.put("model", report.model().value());
        object.put("waves_before", report.before().stream().map(WaveName::value).toList());
        object.put("answers_before", report.answersBefore());
        object.put("answers", report.answers());
        object.put("coded", report.coded());
        object.put("advice", report.advice().kind().name().toLowerCase(Locale.ROOT));
        object.put("code_more", report.advice().more());
        object.put("sentence", report.sentence().in(locale));
        object.put("unknown_words", share(report.unknownWords()));
        object.put("words_alone_before", share(report.wordsAloneBefore()));
        object.put("new_words", report.words().frequent());
        object.put("unlike_answers", share(report.unlike()));
        object.put("unlike_before", share(report.unlikeBefore()));
        object.put("unlike_examples", report.examples());
        object.put("judged", report.audit().judged());
        object.put("coded_otherwise", report.audit().others());
        object.put("learned_micro_f1", report.audit().learnedF1());
        if (report.audit().judged() > 0) {
            object.put("micro_f1", report.audit().scores().microF1());
            object.put("micro_f1_interval", report.audit().scores().microInterval());
            object.put("calibration_error", report.audit().scores().calibrationError());
            object.put("drift", drift(report.audit().overall()));
        }
        object.put("codes", report.codes().stream().map(WaveReportPage::json).toList());
        return object;
    }

    private static Map<String, Object> json(WaveReport.CodeLine line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", line.code().name());
        object.put("people_before", share(line.people()));
        object.put("uncoded_before", line.uncoded());
        object.put("expected_before", line.expectedBefore());
        object.put("expected", line.expected());
        object.put("change", line.change().value());
        object.put("change_low", line.change().low());
        object.put("change_high", line.change().high());
        Drift drift = line.drift();
        if (drift != null) {
            object.put("drift", drift(drift));
        }
        return object;
    }

    private static Map<String, Object> share(Share share) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("count", share.count());
        object.put("of", share.of());
        object.put("share", share.value());
        object.put("low", share.low());
        object.put("high", share.high());
        return object;
    }

    /** One answer has no interval, and JSON has no infinity. */
    private static Map<String, Object> drift(Drift drift) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("answers", drift.answers());
        object.put("observed", drift.observed());
        object.put("expected", drift.expected());
        object.put("difference", drift.value());
        if (Double.isFinite(drift.low())) {
            object.put("low", drift.low());
            object.put("high", drift.high());
        }
        return object;
    }
}

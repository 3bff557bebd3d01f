package org.verbacode.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.cli.console.Console;
import org.verbacode.quality.LearningCurve;
import org.verbacode.study.Message;
import org.verbacode.workflow.quality.Forecasts;

/** A learning curve as {@code evaluate --curve} prints it. */
record CurveReport(LearningCurve curve) {

    /** @param locale of the sentence */
    Map<String, Object> json(Locale locale) {
        Map<String, Object> keys = new LinkedHashMap<>();
        List<Object> points = new ArrayList<>();
        for (LearningCurve.Point point : curve.points()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("examples", point.examples());
            json.put("judgements", point.judgements());
            json.put("micro_f1", point.microF1());
            json.put("micro_f1_interval", EvaluationReport.interval(point.microInterval()));
            json.put("macro_f1", point.macroF1());
            json.put("macro_f1_interval", EvaluationReport.interval(point.macroInterval()));
            points.add(json);
        }
        keys.put("points", points);
        keys.put(
                "law",
                Map.of(
                        "a", curve.law().a(),
                        "b", curve.law().b(),
                        "c", curve.law().c()));
        keys.put("coded", curve.coded());
        List<Object> forecasts = new ArrayList<>();
        for (LearningCurve.Forecast forecast : curve.forecasts()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("more", forecast.more());
            json.put("gain", forecast.gain());
            json.put("gain_interval", EvaluationReport.interval(forecast.interval()));
            json.put("outlook", forecast.outlook().name().toLowerCase(Locale.ROOT));
            forecasts.add(json);
        }
        keys.put("forecasts", forecasts);
        keys.put("sentence", Forecasts.sentence(curve).in(locale));
        return keys;
    }

    void print(Console console) {
        console.line(Message.of("cli.evaluate.curve"));
        for (LearningCurve.Point point : curve.points()) {
            console.line(Message.of(
                    "cli.evaluate.curve.point",
                    point.examples(),
                    point.microF1(),
                    point.microInterval().low(),
                    point.microInterval().high(),
                    point.macroF1(),
                    point.macroInterval().low(),
                    point.macroInterval().high()));
        }
        console.line(Forecasts.sentence(curve));
    }
}

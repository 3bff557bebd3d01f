package org.verbacode.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.console.TextTable;
import org.verbacode.coding.Code;
import org.verbacode.learning.WekaLearner;
import org.verbacode.quality.Confusion;
import org.verbacode.quality.Interval;
import org.verbacode.quality.LearningCurve;
import org.verbacode.quality.Mistake;
import org.verbacode.quality.Scores;
import org.verbacode.study.Message;
import org.verbacode.workflow.model.Quote;
import org.verbacode.workflow.quality.Evaluation;

/**
 * An evaluation as {@code evaluate} prints it.
 *
 * @param mistakes number of contradicted codings listed with their answers; null for none
 */
public record EvaluationReport(
        Evaluation evaluation, @Nullable Integer mistakes) implements Report {

    /** @param locale of the sentences */
    @Override
    public Map<String, Object> json(Locale locale) {
        Map<String, Object> keys = overall(evaluation.scores());
        keys.put("per_code", perCode());
        if (!evaluation.repeats().isEmpty()) {
            keys.put(
                    "repeats",
                    evaluation.repeats().stream().map(EvaluationReport::json).toList());
        }
        if (!evaluation.groups().isEmpty()) {
            keys.put("groups", groups());
        }
        if (mistakes != null) {
            keys.put("mistakes", worst(mistakes));
        }
        if (!evaluation.learners().isEmpty()) {
            keys.put("learners", learners());
        }
        LearningCurve curve = evaluation.curve();
        if (curve != null) {
            keys.put("curve", new CurveReport(curve).json(locale));
        }
        putTimes(keys);
        return keys;
    }

    private void putTimes(Map<String, Object> keys) {
        keys.put("train_seconds", evaluation.trainSeconds());
        keys.put("predict_seconds", evaluation.predictSeconds());
        keys.put("answers_per_second", evaluation.answersPerSecond());
    }

    private static Map<String, Object> overall(Scores scores) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("micro_f1", scores.microF1());
        keys.put("micro_f1_interval", interval(scores.microInterval()));
        keys.put("macro_f1", scores.macroF1());
        keys.put("macro_f1_interval", interval(scores.macroInterval()));
        keys.put("jaccard", scores.jaccard());
        keys.put("exact_match", scores.exactMatch());
        keys.put("brier", scores.brier());
        keys.put("calibration_error", scores.calibrationError());
        return keys;
    }

    private Map<String, Object> perCode() {
        Map<String, Object> perCode = new LinkedHashMap<>();
        evaluation.codes().forEach(code -> perCode.put(code.name(), json(code)));
        return perCode;
    }

    /** By how the judged answers were selected for coding: at_random, picked, unknown. */
    private Map<String, Object> groups() {
        Map<String, Object> groups = new LinkedHashMap<>();
        evaluation.groups().forEach((selection, group) -> {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("answers", group.answers());
            keys.putAll(overall(group.scores()));
            groups.put(selection.name().toLowerCase(Locale.ROOT), keys);
        });
        return groups;
    }

    /** By classifier, first at a threshold of ½, then at the one chosen inside the training answers. */
    private Map<String, Object> learners() {
        Map<String, Object> learners = new LinkedHashMap<>();
        evaluation.learners().forEach((name, other) -> {
            EvaluationReport report = new EvaluationReport(other, null);
            Map<String, Object> keys = overall(other.atEven());
            Map<String, Object> chosen = overall(other.scores());
            chosen.put("per_code", report.perCode());
            keys.put("chosen_threshold", chosen);
            report.putTimes(keys);
            learners.put(name, keys);
        });
        return learners;
    }

    private Map<String, Object> json(Code code) {
        Scores.CodeScore score = evaluation.score(code);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("precision", score.precision());
        keys.put("recall", score.recall());
        keys.put("f1", score.f1());
        keys.put("support", score.support());
        keys.put("predicted", score.predicted());
        keys.put("average_precision", score.averagePrecision());
        String other = evaluation.confusedWith(code);
        keys.put("confused_with", other.isEmpty() ? null : other);
        return keys;
    }

    private static Map<String, Object> json(Evaluation.Repeat repeat) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("seed", repeat.seed());
        keys.put("micro_f1", repeat.microF1());
        keys.put("macro_f1", repeat.macroF1());
        return keys;
    }

    static List<Double> interval(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    private List<Map<String, Object>> worst(int most) {
        List<Map<String, Object>> listed = new ArrayList<>();
        for (Mistake mistake : evaluation.mistakes(most)) {
            Quote quote = evaluation.quote(mistake.answer());
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("answer", quote.whose());
            keys.put("code", evaluation.code(mistake.code()).name());
            keys.put("applies", mistake.applies());
            keys.put("probability", mistake.probability());
            keys.put("text", quote.text());
            listed.add(keys);
        }
        return listed;
    }

    @Override
    public void print(Console console) {
        Scores scores = evaluation.scores();
        console.line(Message.of(
                "cli.evaluate.scores",
                evaluation.judged(),
                scores.microF1(),
                scores.microInterval().low(),
                scores.microInterval().high(),
                scores.macroF1(),
                scores.macroInterval().low(),
                scores.macroInterval().high(),
                scores.jaccard(),
                scores.exactMatch(),
                scores.brier(),
                scores.calibrationError()));
        if (evaluation.repeats().size() > 1) {
            evaluation
                    .repeats()
                    .forEach(repeat -> console.line(Message.of(
                            "cli.evaluate.repeat", String.valueOf(repeat.seed()), repeat.microF1(), repeat.macroF1())));
        }
        evaluation.codes().forEach(code -> console.line(line(code)));
        printGroups(console);
        if (mistakes != null) {
            printMistakes(console, mistakes);
        }
        if (!evaluation.learners().isEmpty()) {
            printLearners(console);
        }
        LearningCurve curve = evaluation.curve();
        if (curve != null) {
            new CurveReport(curve).print(console);
        }
        console.line(Message.of(
                "cli.evaluate.time",
                evaluation.trainSeconds(),
                evaluation.predictSeconds(),
                evaluation.answersPerSecond()));
    }

    private void printGroups(Console console) {
        evaluation.groups().forEach((selection, group) -> {
            Scores scores = group.scores();
            console.line(Message.of(
                    "cli.evaluate.group." + selection.name().toLowerCase(Locale.ROOT),
                    group.answers(),
                    scores.microF1(),
                    scores.microInterval().low(),
                    scores.microInterval().high(),
                    scores.macroF1(),
                    scores.macroInterval().low(),
                    scores.macroInterval().high()));
        });
        evaluation.whomToBelieve().ifPresent(console::line);
    }

    private void printLearners(Console console) {
        console.line(Message.of("cli.evaluate.learners", WekaLearner.PARTS));
        TextTable table = new TextTable();
        List<Object> header = new ArrayList<>();
        for (String column : List.of("learner", "micro", "macro", "jaccard", "exact", "train", "predict")) {
            header.add(Message.of("cli.evaluate.column." + column));
        }
        table.add(header.toArray());
        addTo(table, Message.of("cli.evaluate.own"), evaluation.scores(), evaluation);
        evaluation.learners().forEach((name, other) -> {
            addTo(table, Message.of("cli.evaluate.even", name), other.atEven(), other);
            addTo(table, Message.of("cli.evaluate.chosen", name), other.scores(), other);
        });
        table.print(console);
    }

    private static void addTo(TextTable table, Message name, Scores scores, Evaluation timed) {
        table.add(
                name,
                Message.of("cli.evaluate.score", scores.microF1()),
                Message.of("cli.evaluate.score", scores.macroF1()),
                Message.of("cli.evaluate.score", scores.jaccard()),
                Message.of("cli.evaluate.score", scores.exactMatch()),
                Message.of("cli.evaluate.seconds", timed.trainSeconds()),
                Message.of("cli.evaluate.seconds", timed.predictSeconds()));
    }

    private Message line(Code code) {
        Scores.CodeScore score = evaluation.score(code);
        Confusion confusion = score.confusion();
        return Message.of(
                "cli.evaluate.code",
                code.name(),
                score.precision(),
                score.recall(),
                score.f1(),
                score.support(),
                score.predicted(),
                score.averagePrecision(),
                confusion == null ? 0 : confusion.answers(),
                evaluation.confusedWith(code));
    }

    private void printMistakes(Console console, int most) {
        List<Mistake> worst = evaluation.mistakes(most);
        console.line(Message.of("cli.evaluate.mistakes", worst.size()));
        for (Mistake mistake : worst) {
            Quote quote = evaluation.quote(mistake.answer());
            console.line(Message.of(
                    mistake.applies() ? "cli.evaluate.mistake.given" : "cli.evaluate.mistake.not",
                    quote.whose(),
                    evaluation.code(mistake.code()).name(),
                    mistake.probability(),
                    Console.oneLine(quote.text())));
        }
    }
}

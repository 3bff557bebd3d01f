package org.verbacode.cli.report;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.TextTable;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.quality.Interval;
import org.verbacode.study.Message;
import org.verbacode.workflow.comparison.ModelComparison;
import org.verbacode.workflow.comparison.SuggestionComparison;
import org.verbacode.workflow.model.ChooseModel;

/** A comparison of two model versions as text. */
final class ModelComparisonText {
    private static final String NOTHING = "–";

    private final ModelComparison comparison;
    private final Console console;

    ModelComparisonText(ModelComparison comparison, Console console) {
        this.comparison = comparison;
        this.console = console;
    }

    void print() {
        printVersion("A", comparison.one());
        printVersion("B", comparison.other());
        console.line("");
        printTraits();
        console.line("");
        comparison.changes().forEach(console::line);
        console.line("");
        printScores();
        console.line(comparison.howMeasured());
        console.line("");
        SuggestionComparison suggested = comparison.suggested();
        Message whyNot = comparison.unsuggested();
        if (suggested != null) {
            printSuggestions(suggested);
        } else if (whyNot != null) {
            console.line(whyNot);
        }
    }

    private void printVersion(String letter, ChooseModel.Version version) {
        ModelCard card = version.card();
        console.line(Message.of(
                version.inUse() ? "cli.compare.version.in-use" : "cli.compare.version",
                letter,
                card.model(),
                card.examples(),
                console.moment(card.trained())));
    }

    private void printTraits() {
        TextTable table = new TextTable();
        table.add(Message.of("cli.compare.different"), "A", "B");
        comparison.traits().stream()
                .filter(trait -> !trait.same())
                .forEach(trait -> table.add(
                        trait.label(),
                        orNothing(trait.one(console.locale())),
                        orNothing(trait.other(console.locale()))));
        comparison
                .waves()
                .forEach(wave -> table.add(
                        Message.of("cli.compare.wave", wave.name()),
                        learned(wave.one(), wave.oneWeight()),
                        learned(wave.other(), wave.otherWeight())));
        table.print(console);
        String same = comparison.traits().stream()
                .filter(ModelComparison.Trait::same)
                .map(trait -> (trait.label().in(console.locale()) + " " + trait.one(console.locale())).strip())
                .collect(Collectors.joining(", "));
        if (!same.isEmpty()) {
            console.line(Message.of("cli.compare.same", same));
        }
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    private static Object learned(@Nullable Integer answers, double weight) {
        if (answers == null) {
            return "?";
        }
        return weight == 1 || answers == 0
                ? Message.of("cli.compare.count", answers)
                : Message.of("cli.compare.weighted", answers, weight);
    }

    private void printScores() {
        TextTable table = new TextTable();
        table.add(
                Message.of("cli.compare.code"),
                Message.of("cli.compare.examples"),
                Message.of("cli.compare.precision"),
                Message.of("cli.compare.recall"),
                "F1",
                Message.of("cli.compare.difference"),
                Message.of("cli.compare.ap"),
                Message.of("cli.compare.threshold"));
        comparison
                .codes()
                .forEach(code -> table.add(
                        code.name(),
                        counts(code.one(), code.other()),
                        scores(code, ModelCard.CodeLine::precision),
                        scores(code, ModelCard.CodeLine::recall),
                        scores(code, ModelCard.CodeLine::f1),
                        code.difference().isPresent() ? signed(code.difference().getAsDouble()) : NOTHING,
                        scores(code, ModelCard.CodeLine::averagePrecision),
                        scores(threshold(code.one()), threshold(code.other()))));
        ModelCard one = comparison.one().card();
        ModelCard other = comparison.other().card();
        table.add(
                Message.of("cli.compare.micro"),
                "",
                scores(one.microPrecision(), other.microPrecision()),
                scores(one.microRecall(), other.microRecall()),
                scores(one.microF1(), other.microF1()),
                signed(other.microF1() - one.microF1()),
                "",
                "");
        table.add(
                Message.of("cli.compare.macro"),
                "",
                "",
                "",
                scores(one.macroF1(), other.macroF1()),
                signed(other.macroF1() - one.macroF1()),
                "",
                "");
        table.print(console);
    }

    private String counts(ModelCard.@Nullable CodeLine one, ModelCard.@Nullable CodeLine other) {
        return pair("cli.compare.count", one == null ? null : one.applies(), other == null ? null : other.applies());
    }

    /** Figures of a code, or a dash where too few examples make them unreliable. */
    private String scores(ModelComparison.OneCode code, Function<ModelCard.CodeLine, @Nullable Double> score) {
        ModelCard.CodeLine one = code.oneJudged();
        ModelCard.CodeLine other = code.otherJudged();
        return scores(one == null ? null : score.apply(one), other == null ? null : score.apply(other));
    }

    private static @Nullable Double threshold(ModelCard.@Nullable CodeLine line) {
        return line == null ? null : line.threshold();
    }

    private String scores(@Nullable Double one, @Nullable Double other) {
        return pair("cli.compare.score", one, other);
    }

    private String pair(String key, @Nullable Number one, @Nullable Number other) {
        return one == null && other == null ? NOTHING : cell(key, one) + " → " + cell(key, other);
    }

    private String cell(String key, @Nullable Number number) {
        return number == null ? NOTHING : Message.of(key, number).in(console.locale());
    }

    private static Message signed(double difference) {
        // No sign before a rounded zero.
        double rounded = Math.round(100 * difference) / 100.0;
        return Message.of(rounded == 0 ? "cli.compare.score" : "cli.compare.signed", rounded);
    }

    private void printSuggestions(SuggestionComparison suggested) {
        String one = comparison.one().card().model();
        String other = comparison.other().card().model();
        console.line(suggested.agreement(one, other));
        TextTable table = new TextTable();
        table.add(
                Message.of("cli.compare.code"),
                Message.of("cli.compare.proposed"),
                Message.of("cli.compare.both"),
                Message.of("cli.compare.alone", "A"),
                Message.of("cli.compare.alone", "B"));
        for (SuggestionChanges.OfCode code : suggested.changes().codes()) {
            table.add(
                    comparison.name(code.code()),
                    pair("cli.compare.count", code.one(), code.other()),
                    Message.of("cli.compare.count", code.both()),
                    Message.of("cli.compare.count", code.lost()),
                    Message.of("cli.compare.count", code.gained()));
        }
        table.print(console);
        console.line("");
        SuggestionComparison.Judged judged = suggested.judged();
        if (judged != null && judged.isEnough()) {
            Interval difference = judged.difference();
            console.line(Message.of(
                    "cli.compare.judged",
                    judged.answers(),
                    judged.one().microF1(),
                    judged.other().microF1(),
                    signed(judged.other().microF1() - judged.one().microF1()),
                    signed(difference.low()),
                    signed(difference.high()),
                    judged.one().macroF1(),
                    judged.other().macroF1()));
            console.line(judged.whomToBelieve());
        }
        Message verdict = comparison.verdict();
        if (verdict != null) {
            console.line(verdict);
        }
    }
}

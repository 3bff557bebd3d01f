package org.verbacode.web.comparison;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.study.AnswerId;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.comparison.ModelComparison;
import org.verbacode.workflow.comparison.SuggestionComparison;
import org.verbacode.workflow.model.ChooseModel;
import org.verbacode.workflow.model.Quote;

/**
 * The data of the comparison page's template.
 *
 * @param versions of the question, newest first
 * @param one the version chosen; null if there are fewer than two
 * @param comparison null if there are fewer than two versions, or the same is chosen twice
 * @param quotes the answers with different suggestions
 */
public record ModelComparisonView(
        Page page,
        List<ChooseModel.Version> versions,
        @Nullable ModelName one,
        @Nullable ModelName other,
        @Nullable ModelComparison comparison,
        Map<AnswerId, Quote> quotes) {
    private static final int SHOWN_ANSWERS = 10;
    private static final String NOTHING = "–";

    public ModelComparisonView {
        versions = List.copyOf(versions);
        quotes = Collections.unmodifiableMap(new LinkedHashMap<>(quotes));
    }

    public boolean isOne(ChooseModel.Version version) {
        return one != null && one.value().equals(version.card().model());
    }

    public boolean isOther(ChooseModel.Version version) {
        return other != null && other.value().equals(version.card().model());
    }

    /** The label of a version in the choice. */
    public String offered(ChooseModel.Version version) {
        return page.text(
                version.inUse() ? "comparison.offered.used" : "comparison.offered",
                version.card().model(),
                version.card().examples());
    }

    /** The equal traits of the cards, in one line. */
    public String alike(ModelComparison compared) {
        return compared.traits().stream()
                .filter(ModelComparison.Trait::same)
                .map(trait -> (page.text(trait.label()) + " " + trait.one(page.locale())).strip())
                .collect(Collectors.joining(", "));
    }

    public String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    /** Number of coded answers of a wave, with their weight unless it is 1. */
    public String learned(@Nullable Integer answers, double weight) {
        if (answers == null) {
            return page.text("comparison.wave.unsaid");
        }
        return weight == 1 || answers == 0
                ? page.number(answers)
                : page.text("comparison.wave.weighted", answers, page.decimals(weight, 2));
    }

    /** Two shares as percentages. */
    public String shares(double before, double after) {
        return pair(page.percent(before, 0), page.percent(after, 0));
    }

    /** Two scores from 0 to 1; a dash where there are too few examples. */
    public String scores(@Nullable Double before, @Nullable Double after) {
        return pair(before == null ? null : page.decimals(before, 2), after == null ? null : page.decimals(after, 2));
    }

    private String pair(@Nullable String before, @Nullable String after) {
        return before == null && after == null
                ? NOTHING
                : page.text("comparison.pair", before == null ? NOTHING : before, after == null ? NOTHING : after);
    }

    public String examples(ModelComparison.OneCode code) {
        ModelCard.CodeLine before = code.one();
        ModelCard.CodeLine after = code.other();
        return pair(
                before == null ? null : page.number(before.applies()),
                after == null ? null : page.number(after.applies()));
    }

    public String counts(int before, int after) {
        return pair(page.number(before), page.number(after));
    }

    public String precision(ModelComparison.OneCode code) {
        return judged(code, line -> page.percent(line.precision(), 0));
    }

    public String recall(ModelComparison.OneCode code) {
        return judged(code, line -> page.percent(line.recall(), 0));
    }

    public String f1(ModelComparison.OneCode code) {
        return judged(code, line -> page.decimals(line.f1(), 2));
    }

    public String ranking(ModelComparison.OneCode code) {
        return judged(code, line -> {
            Double precision = line.averagePrecision();
            return precision == null ? null : page.decimals(precision, 2);
        });
    }

    private String judged(ModelComparison.OneCode code, Function<ModelCard.CodeLine, @Nullable String> said) {
        ModelCard.CodeLine before = code.oneJudged();
        ModelCard.CodeLine after = code.otherJudged();
        return pair(before == null ? null : said.apply(before), after == null ? null : said.apply(after));
    }

    public String thresholds(ModelComparison.OneCode code) {
        ModelCard.CodeLine before = code.one();
        ModelCard.CodeLine after = code.other();
        return pair(
                before == null ? null : page.signed(before.threshold(), 2),
                after == null ? null : page.signed(after.threshold(), 2));
    }

    /** A difference of scores in points, such as "+3.4 points", which shows differences that two decimals hide. */
    public String points(double difference) {
        return page.text("comparison.points", inPoints(difference), Math.abs(tenths(difference)) / 10.0);
    }

    /** The same without its unit. */
    public String inPoints(double difference) {
        return page.signed(100 * difference, 1);
    }

    /** Whether a difference is visible after rounding. */
    public boolean differs(ModelComparison.OneCode code) {
        return code.difference().isPresent() && tenths(code.difference().getAsDouble()) != 0;
    }

    private static long tenths(double difference) {
        return Math.round(1000 * difference);
    }

    /** The name of a code, the second version's if both know it. */
    public String name(CodeId code) {
        return comparison == null ? "" : comparison.name(code);
    }

    public String names(List<CodeId> codes) {
        return codes.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** The answers with the most differences first. */
    public List<SuggestionChanges.Changed> changed(SuggestionComparison suggested) {
        return suggested.changes().changed().stream()
                .filter(changed -> quotes.containsKey(changed.answer()))
                .sorted(Comparator.comparingInt((SuggestionChanges.Changed changed) ->
                                changed.gained().size() + changed.lost().size())
                        .reversed())
                .limit(SHOWN_ANSWERS)
                .toList();
    }

    /** An answer with wave and respondent. */
    public Quote quote(SuggestionChanges.Changed changed) {
        return quotes.getOrDefault(changed.answer(), new Quote("", ""));
    }

    public String address(SuggestionChanges.Changed changed) {
        return page.review(changed.answer().value());
    }
}

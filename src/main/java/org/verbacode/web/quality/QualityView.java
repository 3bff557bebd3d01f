package org.verbacode.web.quality;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.learning.ModelCard;
import org.verbacode.quality.LearningCurve;
import org.verbacode.quality.Reliability;
import org.verbacode.results.Share;
import org.verbacode.results.WaveAdvice;
import org.verbacode.results.chart.Chart;
import org.verbacode.results.chart.LearningCurvePoint;
import org.verbacode.results.chart.ReliabilityBin;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.quality.Forecasts;
import org.verbacode.workflow.quality.QualityReport;

/**
 * The data of the quality report's template.
 *
 * @param words texts of the contradicted answers
 */
public record QualityView(Page page, QualityReport quality, Map<AnswerId, String> words) {
    /** Number of codes named in an advised step. */
    private static final int NAMED_CODES = 3;
    /** Number of contradicted codings displayed. */
    private static final int QUOTED = 5;

    public QualityView {
        words = Map.copyOf(words);
    }

    /** An advised next step and its page. */
    public record Step(String text, String address) {}

    public String day() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(page.locale())
                .withZone(ZoneId.systemDefault())
                .format(Instant.parse(quality.measured()));
    }

    /** A score from 0 to 1, formatted for the language. */
    public String score(double score) {
        return page.decimals(score, 2);
    }

    /** A calibration error, with enough decimals for small values. */
    public String error(double error) {
        return page.decimals(error, 3);
    }

    /** A share as a whole percentage. */
    public String percent(double share) {
        return page.percent(share, 0);
    }

    /** A probability as a whole percentage, never 0 or 100 %. */
    private String probability(double probability) {
        long percent = Math.round(100 * probability);
        return percent > 0 && percent < 100
                ? percent(probability)
                : page.text(percent == 0 ? "quality.least" : "quality.most", percent(percent == 0 ? 0.01 : 0.99));
    }

    /** Whether a group has enough answers for reliable figures. */
    public boolean isEnough(QualityReport.Group group) {
        return group.figures().answers() >= WaveAdvice.MIN_JUDGED;
    }

    public String tooFew() {
        return page.text("quality.few", WaveAdvice.MIN_JUDGED);
    }

    public String group(QualityReport.Group group) {
        return page.text("quality.group." + group.picking().name().toLowerCase(Locale.ROOT));
    }

    /** The non-empty bins. */
    public List<ReliabilityBin> bins() {
        List<ReliabilityBin> bins = new ArrayList<>();
        for (Reliability.Bin bin : quality.reliability().bins()) {
            int applied = (int) Math.round(bin.share() * bin.pairs());
            if (bin.pairs() > 0) {
                bins.add(new ReliabilityBin(bin.probability(), new Share(applied, bin.pairs())));
            }
        }
        return bins;
    }

    Chart reliability() {
        return Chart.ofReliability(
                bins(),
                page.text("quality.reliability.title", page.question()),
                List.of(
                        page.text("quality.reliability.note"),
                        page.text("quality.judged", quality.all().answers())),
                page.locale());
    }

    Chart growth() {
        List<LearningCurvePoint> points = quality.curve().points().stream()
                .map(point -> new LearningCurvePoint(
                        point.examples(),
                        point.microF1(),
                        point.microInterval().low(),
                        point.microInterval().high()))
                .toList();
        return Chart.ofLearningCurve(
                points,
                page.text("quality.curve.title", page.question()),
                List.of(page.text("quality.curve.note")),
                page.locale());
    }

    public String forecast() {
        return page.text(Forecasts.sentence(quality.curve()));
    }

    /** Codes with too few examples for reliable figures, fewest first. */
    private List<QualityReport.OneCode> poor() {
        return quality.codes().stream()
                .filter(code -> !isJudged(code))
                .sorted(Comparator.comparingInt(QualityReport.OneCode::support))
                .limit(NAMED_CODES)
                .toList();
    }

    /** The advised next steps, most useful first. */
    public List<Step> next() {
        List<Step> steps = new ArrayList<>();
        int missing = WaveAdvice.MIN_JUDGED - quality.judgedAtRandom();
        if (missing > 0) {
            steps.add(new Step(page.text("quality.next.random", missing), page.blindQueue("")));
        }
        quality.curve()
                .spoken()
                .filter(forecast -> forecast.outlook() == LearningCurve.Outlook.GAIN)
                .ifPresent(forecast ->
                        steps.add(new Step(page.text("quality.next.more", forecast.more()), queue("random", "to_do"))));
        for (QualityReport.OneCode code : poor()) {
            steps.add(new Step(
                    page.text("quality.next.code", code.name(), code.support()),
                    Links.to(
                            "/review",
                            "study",
                            page.study(),
                            "question",
                            page.question(),
                            "order",
                            "by_code",
                            "code",
                            code.code())));
        }
        if (!quality.contradicted().isEmpty()) {
            steps.add(new Step(
                    page.text("quality.next.check", quality.contradicted().size()), queue("to_check", "all")));
        }
        return steps;
    }

    private String queue(String order, String status) {
        return Links.to(
                "/review", "study", page.study(), "question", page.question(), "order", order, "status", status);
    }

    /** The codings most worth reading again. */
    public List<QualityReport.Contradicted> contradicted() {
        return quality.contradicted().stream().limit(QUOTED).toList();
    }

    public String says(QualityReport.Contradicted coding) {
        return page.text(
                coding.applies() ? "quality.check.given" : "quality.check.not",
                coding.code(),
                probability(coding.probability()));
    }

    /** The text of the answer; empty if it is no longer stored. */
    public String words(QualityReport.Contradicted coding) {
        return words.getOrDefault(new AnswerId(coding.answer()), "");
    }

    public String address(QualityReport.Contradicted coding) {
        return page.review(coding.answer());
    }

    /** Whether a code has enough examples for reliable figures. */
    public boolean isJudged(QualityReport.OneCode code) {
        return code.support() >= ModelCard.CodeLine.ENOUGH;
    }

    /** The code most often confused with another; empty if there is none. */
    public String other(QualityReport.OneCode code) {
        String other = code.confusedWith();
        return other == null ? "" : other;
    }

    /** Whether codings have changed since the measurement. */
    public boolean isOutdated(int coded) {
        return coded != quality.coded();
    }

    public String message(Message message) {
        return page.text(message);
    }
}

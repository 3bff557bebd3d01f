package org.verbacode.web.waves;

import java.util.stream.Collectors;
import org.verbacode.results.Drift;
import org.verbacode.results.Share;
import org.verbacode.results.WaveAdvice;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.waves.WaveReport;

/** The data of the wave page's template. */
public record WaveView(Page page, WaveReport report) {

    public String before() {
        return report.before().stream().map(WaveName::value).collect(Collectors.joining(", "));
    }

    /** A share as a percentage with one decimal. */
    public String percent(double share) {
        return page.percent(share, 1);
    }

    /** Such as "12 of 80"; a dash without answers. */
    public String counts(Share share) {
        return share.of() == 0 ? "–" : page.text("model.of", share.count(), share.of());
    }

    /** A figure between 0 and 1 with two decimals. */
    public String figure(double value) {
        return page.decimals(value, 2);
    }

    /** Expected number of codes, with one decimal. */
    public String expected(Drift drift) {
        return page.decimals(drift.expected(), 1);
    }

    /** A difference of shares in points, such as "+3.4". */
    public String points(double difference) {
        return page.signed(100 * difference, 1);
    }

    /** Its interval in points, such as "[−1.2 ; +7.0]". */
    public String points(double low, double high) {
        return page.text("waves.interval", points(low), points(high));
    }

    /** Whether there are enough judged answers for a reliable score. */
    public boolean canJudge() {
        return report.audit().judged() >= WaveAdvice.MIN_JUDGED;
    }

    public String tooFew() {
        return page.text("quality.few", WaveAdvice.MIN_JUDGED);
    }

    /** Observed less expected codes per answer. */
    public String perAnswer(Drift drift) {
        return page.signed(drift.value(), 2);
    }

    /** Its interval and its number of answers; no interval for a single answer. */
    public String counted(Drift drift) {
        return Double.isFinite(drift.low())
                ? page.text(
                        "waves.drift.says",
                        page.text("waves.interval", page.signed(drift.low(), 2), page.signed(drift.high(), 2)),
                        drift.observed(),
                        expected(drift))
                : page.text("waves.drift.says.alone", drift.observed(), expected(drift));
    }

    /** Whether earlier waves have uncoded answers, for which only expected shares are known. */
    public boolean hasUncodedBefore() {
        return report.codes().stream().anyMatch(line -> line.uncoded() > 0);
    }

    /** Why the novel answers are worth reading, and how many more there are. */
    public String aboutExamples() {
        int shown = report.examples().size();
        int unlike = report.unlike().count();
        return shown == unlike
                ? page.text("waves.examples.all", shown)
                : page.text("waves.examples.says", shown, unlike);
    }

    /** Whether the advice is to retrain at once. */
    public boolean retrainsNow() {
        return switch (report.advice().kind()) {
            case WORSE, DRIFTS, LEARN -> report.advice().more() == 0;
            case JUDGE, UNDECIDED, KEEP, TOO_FEW -> false;
        };
    }
}

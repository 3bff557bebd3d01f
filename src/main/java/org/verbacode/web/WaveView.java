package org.verbacode.web;

import java.text.NumberFormat;
import java.util.stream.Collectors;
import org.verbacode.results.Drift;
import org.verbacode.results.Share;
import org.verbacode.results.ShareChange;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.WaveReport;

/** The page about a new wave as its template needs it. */
public record WaveView(Page page, WaveReport report) {

    public String before() {
        return report.before().stream().map(WaveName::value).collect(Collectors.joining(", "));
    }

    /** A share as a percentage with one decimal. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(page.locale());
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** Such as "12 of 80"; a dash where there was nothing to look at. */
    public String counts(Share share) {
        return share.of() == 0 ? "–" : page.text("model.of", share.count(), share.of());
    }

    /** A figure between 0 and 1 with two decimals. */
    public String figure(double value) {
        return decimals(value, 2);
    }

    /** How many codes are expected, with one decimal. */
    public String expected(Drift drift) {
        return decimals(drift.expected(), 1);
    }

    /** A change with its interval in points, such as "+3 [−1 ; +7]". */
    public String points(ShareChange change) {
        return page.text("wave.points", sign(change.value()), sign(change.low()), sign(change.high()));
    }

    /** Observed less expected with its interval in points of share. */
    public String points(Drift drift) {
        return page.text("wave.points", sign(drift.value()), sign(drift.low()), sign(drift.high()));
    }

    /** Observed less expected codes per answer; without interval if there is none. */
    public String perAnswer(Drift drift) {
        return Double.isFinite(drift.low())
                ? page.text("wave.points", signed(drift.value(), 2), signed(drift.low(), 2), signed(drift.high(), 2))
                : signed(drift.value(), 2);
    }

    private String sign(double share) {
        return signed(100 * share, 0);
    }

    private String signed(double value, int decimals) {
        String size = decimals(Math.abs(value), decimals);
        boolean zero = size.chars().noneMatch(sign -> sign >= '1' && sign <= '9');
        return zero ? size : (value < 0 ? "−" : "+") + size;
    }

    private String decimals(double value, int decimals) {
        NumberFormat format = NumberFormat.getInstance(page.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}

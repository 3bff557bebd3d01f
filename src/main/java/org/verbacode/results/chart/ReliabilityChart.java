package org.verbacode.results.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.verbacode.results.Share;
import org.verbacode.study.Message;

/**
 * A reliability diagram (Niculescu-Mizil and Caruana 2005). On the diagonal, seven in ten codes predicted with 70 %
 * apply. Each point has its 95 % interval and its number of suggestions.
 */
final class ReliabilityChart {
    private static final int HEIGHT_PIXELS = 560;
    private static final double TICK = 0.1;
    /** Margin around 0 and 1 for points and their counts. */
    private static final double AXIS_MIN = -0.03;

    private static final double AXIS_MAX = 1.06;
    private static final double LABEL_OFFSET = 0.008;

    private ReliabilityChart() {}

    static Drawing of(List<ReliabilityBin> bins, Locale locale) {
        List<ReliabilityBin> filled =
                bins.stream().filter(bin -> bin.applied().of() > 0).toList();
        return new PointChart(HEIGHT_PIXELS, colours -> plot(filled, locale, colours));
    }

    private static XYPlot plot(List<ReliabilityBin> bins, Locale locale, Colours colours) {
        IntervalPoints points = new IntervalPoints();
        for (ReliabilityBin bin : bins) {
            Share applied = bin.applied();
            points.add(bin.probability(), applied.value(), applied.low(), applied.high());
        }
        XYPlot plot = points.plot(
                axis("results.axis.probability", locale, colours),
                axis("results.axis.observed", locale, colours),
                colours);
        plot.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, new BasicStroke(1), Color.GRAY));
        NumberFormat counts = NumberFormat.getIntegerInstance(locale);
        for (ReliabilityBin bin : bins) {
            XYTextAnnotation count = new XYTextAnnotation(
                    counts.format(bin.applied().of()),
                    bin.probability() + LABEL_OFFSET,
                    bin.applied().value());
            count.setFont(Drawing.font(Font.PLAIN, 11));
            count.setPaint(colours.ink());
            count.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(count);
        }
        return plot;
    }

    private static NumberAxis axis(String label, Locale locale, Colours colours) {
        NumberAxis axis = new NumberAxis(Message.of(label).in(locale));
        axis.setRange(AXIS_MIN, AXIS_MAX);
        NumberFormat percent = NumberFormat.getPercentInstance(locale);
        axis.setNumberFormatOverride(percent);
        axis.setTickUnit(new NumberTickUnit(TICK, percent));
        Drawing.style(axis, colours);
        return axis;
    }
}

package org.verbacode.results.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.verbacode.study.Message;

/** A learning curve: the score over the number of answers learned from, with its interval. */
final class LearningCurveChart {
    private static final int HEIGHT_PIXELS = 420;
    private static final double TICK = 0.1;

    private LearningCurveChart() {}

    static Drawing of(List<LearningCurvePoint> points, Locale locale) {
        return new PointChart(HEIGHT_PIXELS, colours -> plot(points, locale, colours));
    }

    private static XYPlot plot(List<LearningCurvePoint> points, Locale locale, Colours colours) {
        IntervalPoints drawn = new IntervalPoints();
        points.forEach(point -> drawn.add(point.examples(), point.score(), point.low(), point.high()));
        NumberAxis domainAxis =
                new NumberAxis(Message.of("results.axis.examples").in(locale));
        domainAxis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(locale));
        domainAxis.setAutoRangeIncludesZero(true);
        Drawing.style(domainAxis, colours);
        NumberAxis rangeAxis = new NumberAxis(Message.of("results.axis.score").in(locale));
        rangeAxis.setRange(0, 1);
        rangeAxis.setTickUnit(
                new NumberTickUnit(TICK, new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(locale))));
        Drawing.style(rangeAxis, colours);
        XYPlot plot = drawn.plot(domainAxis, rangeAxis, colours);
        ((XYLineAndShapeRenderer) plot.getRenderer()).setSeriesLinesVisible(0, true);
        return plot;
    }
}

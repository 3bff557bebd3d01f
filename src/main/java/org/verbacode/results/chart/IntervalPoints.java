package org.verbacode.results.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Points with a vertical interval through each. */
final class IntervalPoints {
    private static final double RADIUS_PIXELS = 4;

    private final YIntervalSeries series = new YIntervalSeries("points");

    void add(double x, double y, double low, double high) {
        series.add(x, y, low, high);
    }

    /** The points between two axes. */
    XYPlot plot(ValueAxis domainAxis, ValueAxis rangeAxis, Colours colours) {
        YIntervalSeriesCollection points = new YIntervalSeriesCollection();
        points.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setSeriesPaint(0, colours.point());
        renderer.setErrorPaint(colours.point());
        renderer.setErrorStroke(new BasicStroke(1.4f));
        renderer.setSeriesShape(
                0, new Ellipse2D.Double(-RADIUS_PIXELS, -RADIUS_PIXELS, 2 * RADIUS_PIXELS, 2 * RADIUS_PIXELS));
        XYPlot plot = new XYPlot(points, domainAxis, rangeAxis, renderer);
        plot.setBackgroundPaint(colours.paper());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(colours.faint());
        plot.setRangeGridlinePaint(colours.faint());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        return plot;
    }
}

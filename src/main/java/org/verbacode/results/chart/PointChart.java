package org.verbacode.results.chart;

import java.util.List;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** A figure of points with a vertical interval through each. */
record PointChart(int heightPixels, Function<Colours, XYPlot> plot) implements Drawing {
    @Override
    public JFreeChart draw(String title, List<String> notes, Colours colours) {
        return Drawing.framed(plot.apply(colours), title, notes, colours, false);
    }
}

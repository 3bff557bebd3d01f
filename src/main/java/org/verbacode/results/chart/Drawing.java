package org.verbacode.results.chart;

import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** A kind of figure: its height and its content. All have the same frame and typeface. */
interface Drawing {
    int heightPixels();

    JFreeChart draw(String title, List<String> notes, Colours colours);

    /** Adds the title, and a line under it for each note. */
    static JFreeChart framed(Plot plot, String title, List<String> notes, Colours colours, boolean legend) {
        JFreeChart chart = new JFreeChart(title, font(Font.BOLD, 16), plot, legend);
        chart.setBackgroundPaint(colours.paper());
        chart.setPadding(new RectangleInsets(12, 12, 12, 24));
        chart.getTitle().setPaint(colours.ink());
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        for (String note : notes) {
            TextTitle line = new TextTitle(note, font(Font.PLAIN, 12));
            line.setPaint(colours.ink());
            line.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addSubtitle(line);
        }
        return chart;
    }

    /** Sets the common typeface and colour of an axis. */
    static void style(ValueAxis axis, Colours colours) {
        axis.setLabelFont(font(Font.PLAIN, 12));
        axis.setTickLabelFont(font(Font.PLAIN, 11));
        axis.setLabelPaint(colours.ink());
        axis.setTickLabelPaint(colours.ink());
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}

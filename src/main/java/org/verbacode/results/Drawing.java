package org.verbacode.results;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** One kind of figure: how high it is, and what is drawn. All have the same frame, typeface and ink. */
interface Drawing {
    Color INK = new Color(0x22303C);
    Color FAINT = new Color(0xD5DBE1);

    int heightPixels();

    JFreeChart draw(String title, List<String> notes);

    /** The plot on white under its title, with a line under the title for each note. */
    static JFreeChart framed(Plot plot, String title, List<String> notes, boolean legend) {
        JFreeChart chart = new JFreeChart(title, font(Font.BOLD, 16), plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 12, 12, 24));
        chart.getTitle().setPaint(INK);
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        for (String note : notes) {
            TextTitle line = new TextTitle(note, font(Font.PLAIN, 12));
            line.setPaint(INK);
            line.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addSubtitle(line);
        }
        return chart;
    }

    /** In the ink and typeface of all. */
    static void write(ValueAxis axis) {
        axis.setLabelFont(font(Font.PLAIN, 12));
        axis.setTickLabelFont(font(Font.PLAIN, 11));
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}

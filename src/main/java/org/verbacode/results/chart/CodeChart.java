package org.verbacode.results.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedRangeCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.verbacode.coding.Code;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.results.Frequencies;
import org.verbacode.results.Share;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;

/**
 * A horizontal bar chart of codes, one bar per wave, grouped by theme. Codes of people and of the model are never in
 * one bar.
 */
final class CodeChart implements Drawing {
    private static final int BAR_PIXELS = 12;
    private static final int CODE_GAP_PIXELS = 9;
    private static final int FRAME_PIXELS = 190;
    private static final int THEME_PIXELS = 26;

    private final Frequencies frequencies;
    private final Chart.Figure figure;
    private final Locale locale;

    CodeChart(Frequencies frequencies, Chart.Figure figure, Locale locale) {
        this.frequencies = frequencies;
        this.figure = figure;
        this.locale = locale;
    }

    @Override
    public int heightPixels() {
        int bars = waves().size() * BAR_PIXELS + CODE_GAP_PIXELS;
        int themes = frequencies.codebook().byTheme().size();
        return FRAME_PIXELS + frequencies.codes().size() * bars + themes * THEME_PIXELS;
    }

    /** Waves without any answer of the source are left out. */
    private List<WaveName> waves() {
        return frequencies.waves().stream()
                .filter(total -> (figure.source() == Source.PEOPLE ? total.coded() : total.sorted()) > 0)
                .map(Frequencies.WaveTotal::wave)
                .toList();
    }

    @Override
    public JFreeChart draw(String title, List<String> notes, Colours colours) {
        NumberAxis axis = new NumberAxis(
                Message.of("results.axis." + figure.measure().name().toLowerCase(Locale.ROOT))
                        .in(locale));
        axis.setNumberFormatOverride(numbers());
        Drawing.style(axis, colours);
        axis.setUpperMargin(0.12);
        axis.setTickUnit(new NumberTickUnit(step(), numbers()));
        CombinedRangeCategoryPlot plot = new CombinedRangeCategoryPlot(axis);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setGap(14);
        Map<String, List<Code>> themes = frequencies.codebook().byTheme();
        themes.forEach((theme, codes) -> plot.add(themePlot(theme, codes, colours), codes.size()));
        CategoryPlot first = (CategoryPlot) plot.getSubplots().get(0);
        plot.setFixedLegendItems(first.getLegendItems());
        JFreeChart chart = Drawing.framed(plot, title, notes, colours, true);
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.getLegend().setBackgroundPaint(colours.paper());
        chart.getLegend().setItemFont(Drawing.font(Font.PLAIN, 12));
        chart.getLegend().setItemPaint(colours.ink());
        return chart;
    }

    private CategoryPlot themePlot(String theme, List<Code> codes, Colours colours) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        List<WaveName> waves = waves();
        for (Code code : frequencies.codes()) {
            if (codes.contains(code)) {
                for (Frequencies.Row row : frequencies.of(code)) {
                    if (waves.contains(row.wave())) {
                        // No bar where the code was not considered, which is not the same as none of the answers.
                        bars.addValue(
                                share(row).of() == 0 ? null : value(row),
                                row.wave().value(),
                                code.name());
                    }
                }
            }
        }
        CategoryAxis names = new CategoryAxis(theme);
        names.setLabelFont(Drawing.font(Font.BOLD, 12));
        names.setLabelPaint(colours.ink());
        names.setTickLabelFont(Drawing.font(Font.PLAIN, 12));
        names.setTickLabelPaint(colours.ink());
        names.setMaximumCategoryLabelWidthRatio(0.45f);
        names.setTickMarksVisible(false);
        names.setAxisLineVisible(false);
        double gap = (double) CODE_GAP_PIXELS / (waves.size() * BAR_PIXELS + CODE_GAP_PIXELS);
        names.setCategoryMargin(gap);
        names.setLowerMargin(gap / codes.size() / 2);
        names.setUpperMargin(gap / codes.size() / 2);
        CategoryPlot plot = new CategoryPlot(bars, names, null, bars(waves, colours));
        plot.setBackgroundPaint(colours.paper());
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(colours.faint());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        return plot;
    }

    /** The distance of the ticks: 1, 2 or 5 times a power of ten, at most twelve along the longest bar. */
    private double step() {
        double longest =
                frequencies.rows().stream().mapToDouble(this::value).max().orElse(0);
        double least = figure.measure() == Chart.Measure.COUNT ? 1 : 0.01;
        double wanted = Math.max(longest / 12, least);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= wanted * 0.999) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private Share share(Frequencies.Row row) {
        return figure.source() == Source.PEOPLE ? row.people() : row.model();
    }

    private double value(Frequencies.Row row) {
        Share share = share(row);
        return figure.measure() == Chart.Measure.COUNT ? share.count() : share.value();
    }

    private BarRenderer bars(List<WaveName> waves, Colours colours) {
        BarRenderer bars = new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0);
        bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", numbers()));
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultItemLabelFont(Drawing.font(Font.PLAIN, 9));
        bars.setDefaultItemLabelPaint(colours.ink());
        bars.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        for (int wave = 0; wave < waves.size(); wave++) {
            bars.setSeriesPaint(wave, colours.wave(waveIndex(waves.get(wave))));
        }
        return bars;
    }

    /** Index of the wave's colour, the same whether or not other waves are drawn. */
    private int waveIndex(WaveName wave) {
        return frequencies.waves().stream()
                .map(Frequencies.WaveTotal::wave)
                .toList()
                .indexOf(wave);
    }

    private NumberFormat numbers() {
        return figure.measure() == Chart.Measure.COUNT
                ? NumberFormat.getIntegerInstance(locale)
                : NumberFormat.getPercentInstance(locale);
    }
}

package org.verbacode.results.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.results.Frequencies;

/** A figure for display, download and print. */
public final class Chart {
    private static final int WIDTH_PIXELS = 960;
    /** Pixels of the image per pixel of the figure; print needs a higher resolution than a screen. */
    private static final int PNG_SCALE = 2;

    private static final Pattern TEXT = Pattern.compile(
            "<text((?: [a-z-]+='[^']*')*? style='[^']*font-size: ([0-9]+)px;( font-weight: bold;)?[^>]*>)([^<]+)</text>");

    private final Drawing drawing;
    private final String title;
    private final List<String> notes;

    private Chart(Drawing drawing, String title, List<String> notes) {
        this.drawing = drawing;
        this.title = title;
        this.notes = notes;
    }

    /** What the bars measure. */
    public enum Measure {
        /** Number of answers that bear the code. */
        COUNT,
        /** Their share in the wave; waves differ in size. */
        SHARE
    }

    /**
     * A choice of figure.
     *
     * @param source {@link Source#PEOPLE} or {@link Source#MODEL}
     */
    public record Figure(Source source, Measure measure) {
        public Figure {
            if (source == Source.NOBODY) {
                throw new IllegalArgumentException("nobody's codes cannot be drawn");
            }
        }
    }

    /**
     * A bar chart of codes, grouped by wave.
     *
     * @param notes lines under the title: totals, what is counted, a label
     */
    public static Chart ofCodes(
            Frequencies frequencies, Figure figure, String title, List<String> notes, Locale locale) {
        return new Chart(new CodeChart(frequencies, figure, locale), title, List.copyOf(notes));
    }

    /**
     * A reliability diagram.
     *
     * @param bins ascending; empty ones are left out
     */
    public static Chart ofReliability(List<ReliabilityBin> bins, String title, List<String> notes, Locale locale) {
        return new Chart(ReliabilityChart.of(bins, locale), title, List.copyOf(notes));
    }

    /** A learning curve. */
    public static Chart ofLearningCurve(
            List<LearningCurvePoint> points, String title, List<String> notes, Locale locale) {
        return new Chart(LearningCurveChart.of(points, locale), title, List.copyOf(notes));
    }

    /** As SVG; the same figures give the same text. */
    public String svg() {
        return svg(Colours.LIGHT);
    }

    /** The same in the colours of its page. */
    public String svg(Colours colours) {
        int height = drawing.heightPixels();
        SVGGraphics2D graphics = new SVGGraphics2D(WIDTH_PIXELS, height);
        graphics.setDefsKeyPrefix("chart");
        paint(graphics, height, colours);
        return withTextLengths(graphics.getSVGElement(null, true, null, null, null), graphics);
    }

    private void paint(Graphics2D graphics, int height, Colours colours) {
        drawing.draw(title, notes, colours).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH_PIXELS, height));
    }

    /** Records the width of each text, so that labels end at their bars in whatever typeface the reader has. */
    private static String withTextLengths(String svg, Graphics2D graphics) {
        return TEXT.matcher(svg).replaceAll(text -> {
            int style = text.group(3) == null ? Font.PLAIN : Font.BOLD;
            Font font = new Font(Font.SANS_SERIF, style, Integer.parseInt(text.group(2)));
            double width = font.getStringBounds(unescaped(text.group(4)), graphics.getFontRenderContext())
                    .getWidth();
            return Matcher.quoteReplacement("<text textLength='" + Math.round(width)
                    + "' lengthAdjust='spacingAndGlyphs'" + text.group(1) + text.group(4) + "</text>");
        });
    }

    private static String unescaped(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    /** As PNG at double resolution. */
    public byte[] png() {
        int height = drawing.heightPixels();
        BufferedImage image =
                new BufferedImage(WIDTH_PIXELS * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PNG_SCALE, PNG_SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint(graphics, height, Colours.LIGHT);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

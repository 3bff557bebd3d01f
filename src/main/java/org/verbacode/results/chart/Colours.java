package org.verbacode.results.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The colours of a figure: dark on white for print and downloads, or light on dark for pages in dark mode.
 *
 * @param waves of the bars, from the oldest wave; distinguishable for colour-blind readers and in grey (after Okabe
 *     and Ito 2008)
 */
public record Colours(Color paper, Color ink, Color faint, Color point, List<Color> waves) {
    public static final Colours LIGHT =
            of(0xFFFFFF, 0x22303C, 0xD5DBE1, 0x2F6690, 0x8FB8DE, 0x2F6690, 0xE59F3C, 0x117A65, 0x9B5094);

    /** For pages in dark mode. */
    public static final Colours DARK =
            of(0x1E2225, 0xE8E6E1, 0x3A4146, 0x8FB8DE, 0x5B8DB8, 0xB9DAF5, 0xE59F3C, 0x3DB79A, 0xD08AC9);

    public Colours {
        waves = List.copyOf(waves);
    }

    private static Colours of(int paper, int ink, int faint, int point, int... waves) {
        return new Colours(
                new Color(paper),
                new Color(ink),
                new Color(faint),
                new Color(point),
                IntStream.of(waves).mapToObj(Color::new).toList());
    }

    /** @param index of the wave, from 0 for the oldest; colours repeat */
    Color wave(int index) {
        return waves.get(index % waves.size());
    }
}

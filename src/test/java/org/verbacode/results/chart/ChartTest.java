package org.verbacode.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.results.FrequenciesTest;

class ChartTest {
    private static Chart chart(Source source, Chart.Measure measure) {
        return Chart.ofCodes(
                FrequenciesTest.FREQUENCIES,
                new Chart.Figure(source, measure),
                "Titre",
                List.of("Données inventées"),
                Locale.FRENCH);
    }

    @Test
    void vectorGraphicsNameCodesWavesAndNotes() {
        String svg = chart(Source.PEOPLE, Chart.Measure.COUNT).svg();
        assertThat(svg).startsWith("<svg").contains("Soutien", "Aide", "2019-2020", "2020-2021", "Données inventées");
    }

    @Test
    void theSameFiguresGiveTheSameText() {
        assertThat(chart(Source.PEOPLE, Chart.Measure.SHARE).svg())
                .isEqualTo(chart(Source.PEOPLE, Chart.Measure.SHARE).svg());
    }

    @Test
    void wavesWithoutAnswersOfTheSourceAreNotDrawn() {
        assertThat(chart(Source.MODEL, Chart.Measure.COUNT).svg())
                .contains("2020-2021")
                .doesNotContain("2019-2020");
    }

    @Test
    void darkModeReplacesTheLightColours() {
        Chart chart = chart(Source.PEOPLE, Chart.Measure.COUNT);

        assertThat(chart.svg()).contains("rgb(255,255,255)").doesNotContain("rgb(30,34,37)");
        assertThat(chart.svg(Colours.DARK)).contains("rgb(30,34,37)", "Soutien").doesNotContain("rgb(255,255,255)");
    }

    @Test
    void pngIsAnImage() throws IOException {
        byte[] png = chart(Source.PEOPLE, Chart.Measure.COUNT).png();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1920);
    }

    @Test
    void everyTextRecordsItsWidth() {
        String svg = chart(Source.PEOPLE, Chart.Measure.COUNT).svg();
        assertThat(svg.split("<text ", -1)).hasSizeGreaterThan(10);
        assertThat(svg.split("<text textLength='", -1)).hasSameSizeAs(svg.split("<text ", -1));
    }
}

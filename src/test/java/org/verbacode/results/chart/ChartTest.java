package org.verbacode.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.results.CodedAnswer;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.results.Frequencies;
import org.verbacode.results.FrequenciesTest;
import org.verbacode.study.WaveName;

class ChartTest {
    private static final Code HELP =
            FrequenciesTest.FREQUENCIES.codebook().codes().get(0);
    private static final Code SUPPORT =
            FrequenciesTest.FREQUENCIES.codebook().codes().get(1);

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
    void aCodeThatWasNotConsideredHasNoBar() {
        assertThat(texts(Map.of(HELP, true)))
                .as("the label of a bar of none of the answers")
                .isEqualTo(texts(Map.of(HELP, true, SUPPORT, false)) - 1);
    }

    /** Number of texts in the chart of one coded answer. */
    private static int texts(Map<Code, Boolean> considered) {
        Map<CodeId, Boolean> byId = new HashMap<>();
        considered.forEach((code, applies) -> byId.put(code.id(), applies));
        WaveName wave = new WaveName("2019-2020");
        Frequencies counted = Frequencies.of(
                FrequenciesTest.FREQUENCIES.codebook(),
                List.of(wave),
                List.of(CodedAnswer.by(Source.PEOPLE, wave, byId)));
        String svg = Chart.ofCodes(
                        counted,
                        new Chart.Figure(Source.PEOPLE, Chart.Measure.SHARE),
                        "Titre",
                        List.of(),
                        Locale.FRENCH)
                .svg();
        return svg.split("<text ", -1).length;
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

package org.verbacode.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.verbacode.results.Share;

class ReliabilityChartTest {
    private static final List<ReliabilityBin> BINS = List.of(
            new ReliabilityBin(0.05, new Share(31, 1234)),
            new ReliabilityBin(0.5, new Share(0, 0)),
            new ReliabilityBin(0.93, new Share(40, 44)));

    @Test
    void everyPointShowsItsNumberOfSuggestions() {
        String svg = Chart.ofReliability(BINS, "Fiabilité", List.of("Une note"), Locale.ENGLISH)
                .svg();

        assertThat(svg)
                .contains("1,234", "44", "Fiabilité", "Une note", "Probability the model gives", "100%")
                .doesNotContain(">0<");
    }

    @Test
    void axesAreInTheReadersLanguage() {
        assertThat(Chart.ofReliability(BINS, "t", List.of(), Locale.FRENCH).svg())
                .contains("Probabilité annoncée par le modèle");
        assertThat(Chart.ofLearningCurve(
                                List.of(
                                        new LearningCurvePoint(25, 0.4, 0.3, 0.5),
                                        new LearningCurvePoint(400, 0.6, 0.5, 0.7)),
                                "t",
                                List.of(),
                                Locale.FRENCH)
                        .svg())
                .contains("Réponses codées apprises", "0,5");
    }

    @Test
    void theSameFiguresGiveTheSameDrawing() {
        Chart one = Chart.ofReliability(BINS, "t", List.of(), Locale.FRENCH);
        Chart same = Chart.ofReliability(BINS, "t", List.of(), Locale.FRENCH);

        assertThat(one.svg()).isEqualTo(same.svg());
        assertThat(one.png()).isEqualTo(same.png());
    }
}

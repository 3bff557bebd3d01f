package org.verbacode.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verbacode.coding.CodeId;
import org.verbacode.study.AnswerId;

class LearningCurveTest {
    private static final CodeId CODE = new CodeId("code");
    private static final double[] SIZES = {25, 50, 75, 100, 150, 200, 300, 400};

    @ParameterizedTest
    @CsvSource({"0.8, 1.5, 0.5", "0.65, 3, 0.75", "1, 0.9, 0.1", "0.5, 0, 0.05"})
    void aLawIsFoundAgainFromItsOwnPoints(double a, double b, double c) {
        PowerLaw law = new PowerLaw(a, b, c);
        double[] scores = new double[SIZES.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = law.at(SIZES[i]);
        }

        PowerLaw found = PowerLaw.fit(SIZES, scores);

        assertThat(found.at(600)).isCloseTo(law.at(600), within(1e-6));
        assertThat(found.at(50)).isCloseTo(law.at(50), within(1e-6));
    }

    @Test
    void aLawNeverFallsAndNeverPromisesMoreThanAll() {
        PowerLaw falling = PowerLaw.fit(new double[] {25, 50, 100}, new double[] {0.6, 0.5, 0.4});
        PowerLaw soaring = PowerLaw.fit(new double[] {25, 50, 100, 200}, new double[] {0.1, 0.4, 0.7, 0.98});

        assertThat(falling.at(10_000)).isCloseTo(falling.at(25), within(1e-9));
        assertThat(soaring.a()).isLessThanOrEqualTo(1);
        assertThat(soaring.b()).isNotNegative();
    }

    /** Answers whose code is found with a probability that follows the power law. */
    private static LearningCurve curve(int answers, PowerLaw law, int... sizes) {
        Random random = new Random(7);
        double[] luck = random.doubles(answers).toArray();
        SortedMap<Integer, List<JudgedAnswer>> judged = new TreeMap<>();
        for (int size : sizes) {
            List<JudgedAnswer> ofSize = new ArrayList<>();
            for (int i = 0; i < answers; i++) {
                boolean found = luck[i] < law.at(size);
                ofSize.add(new JudgedAnswer(
                        new AnswerId("%032x".formatted(i)),
                        Map.of(CODE, true),
                        found ? Set.of(CODE) : Set.of(),
                        Map.of(CODE, found ? 0.9 : 0.1)));
            }
            judged.put(size, ofSize);
        }
        return LearningCurve.of(List.of(CODE), Set.of(CODE), sizes[sizes.length - 1], judged);
    }

    @Test
    void aRisingCurvePromisesWhatTheLawGives() {
        PowerLaw law = new PowerLaw(0.9, 4, 0.6);
        LearningCurve curve = curve(4_000, law, 25, 50, 75, 100, 150);

        LearningCurve.Forecast forecast = curve.spoken().orElseThrow();

        assertThat(curve.points()).extracting(LearningCurve.Point::examples).containsExactly(25, 50, 75, 100, 150);
        assertThat(forecast.more()).isEqualTo(50);
        assertThat(forecast.outlook()).isEqualTo(LearningCurve.Outlook.GAIN);
        // With recall r and precision 1, F1 is 2r/(1+r).
        double now = 2 * law.at(150) / (1 + law.at(150));
        double then = 2 * law.at(200) / (1 + law.at(200));
        assertThat(forecast.gain()).isCloseTo(then - now, within(0.005));
        assertThat(forecast.gain())
                .isBetween(forecast.interval().low(), forecast.interval().high());
    }

    @Test
    void aFlatCurvePromisesLittle() {
        LearningCurve curve = curve(3_000, new PowerLaw(0.7, 0, 1), 25, 50, 75, 100, 150, 200);

        assertThat(curve.spoken().orElseThrow().outlook()).isEqualTo(LearningCurve.Outlook.LITTLE);
    }

    @Test
    void fewPointsOrFewJudgedAnswersPromiseNothing() {
        PowerLaw law = new PowerLaw(0.9, 4, 0.6);

        assertThat(curve(4_000, law, 25, 50, 100).spoken().orElseThrow().outlook())
                .isEqualTo(LearningCurve.Outlook.UNSURE);
        assertThat(curve(15, law, 25, 50, 75, 100).spoken().orElseThrow().outlook())
                .isEqualTo(LearningCurve.Outlook.UNSURE);
        assertThat(curve(100, law, 25, 40).spoken()).isEmpty();
    }

    @Test
    void forecastsReachNoFurtherThanHalfOfWhatIsCoded() {
        assertThat(curve(200, new PowerLaw(0.9, 4, 0.6), 25, 50, 100, 200, 300).forecasts())
                .extracting(LearningCurve.Forecast::more)
                .containsExactly(25, 50, 100);
    }
}

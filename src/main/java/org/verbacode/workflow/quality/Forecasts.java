package org.verbacode.workflow.quality;

import java.util.Locale;
import java.util.Optional;
import org.verbacode.quality.LearningCurve;
import org.verbacode.study.Message;

/** What a learning curve lets a researcher expect, in words, for the command line and the page alike. */
public final class Forecasts {
    private static final double POINTS = 100;

    private Forecasts() {}

    /** What more coded answers would bring; no promise where the curve holds none. */
    public static Message sentence(LearningCurve curve) {
        Optional<LearningCurve.Forecast> spoken = curve.spoken();
        if (spoken.isEmpty()) {
            return Message.of("workflow.quality.forecast.few", curve.coded());
        }
        LearningCurve.Forecast forecast = spoken.get();
        return Message.of(
                "workflow.quality.forecast." + forecast.outlook().name().toLowerCase(Locale.ROOT),
                forecast.more(),
                POINTS * forecast.gain(),
                POINTS * forecast.interval().low(),
                POINTS * forecast.interval().high());
    }
}

package org.verbacode.workflow.quality;

import java.util.Locale;
import java.util.Optional;
import org.verbacode.quality.LearningCurve;
import org.verbacode.study.Message;

/** Forecasts of a learning curve in words, for the command line and the pages. */
public final class Forecasts {
    private static final double POINTS = 100;

    private Forecasts() {}

    /** The expected gain of more coded answers; no forecast where the curve supports none. */
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

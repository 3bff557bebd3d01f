package org.verbacode.learning.live;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.learning.decision.Calibration;
import org.verbacode.learning.decision.Logits;
import org.verbacode.learning.features.TrainingRow;

/** The calibration of a live model, with the part of each logit that stays fixed until the next one. */
public final class LiveCalibration {
    public final Calibration calibration;
    /** By code: number of answers that bear it. */
    final int[] bearing;
    /** By answer; null where it was not coded. */
    public final @Nullable TrainingRow[] coded;

    final Logits logits;
    /** For answers that bear the code themselves: one example less. */
    final Logits ofBearers;
    /** By answer and code. */
    public final double[][] unmoved;

    public LiveCalibration(
            Calibration calibration, int[] bearing, Map<Integer, TrainingRow> coded, double[][][] definitions) {
        this.calibration = calibration;
        this.bearing = bearing;
        this.coded = new TrainingRow[definitions.length];
        coded.forEach((place, row) -> this.coded[place] = row);
        logits = new Logits(calibration.logistic, bearing);
        ofBearers = new Logits(
                calibration.logistic,
                Arrays.stream(bearing)
                        .map(examples -> Math.max(0, examples - 1))
                        .toArray());
        unmoved = new double[definitions.length][bearing.length];
        IntStream.range(0, unmoved.length).parallel().forEach(i -> {
            TrainingRow row = this.coded[i];
            for (int code = 0; code < unmoved[i].length; code++) {
                unmoved[i][code] = of(row, code).unmoved(code, definitions[i]);
            }
        });
    }

    public Logits of(@Nullable TrainingRow row, int code) {
        return row != null && row.bears(code) ? ofBearers : logits;
    }

    /** By code: number of other answers that bear it. */
    public int[] others(int place) {
        TrainingRow row = coded[place];
        return IntStream.range(0, bearing.length)
                .map(code -> bearing[code] - (row != null && row.bears(code) ? 1 : 0))
                .toArray();
    }
}

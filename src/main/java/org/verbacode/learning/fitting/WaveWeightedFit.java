package org.verbacode.learning.fitting;

import java.util.ArrayList;
import java.util.List;
import org.verbacode.learning.Model;
import org.verbacode.learning.TrainingSet;
import org.verbacode.learning.WaveWeights;
import org.verbacode.learning.decision.Calibration;
import org.verbacode.learning.decision.ScoredPair;
import org.verbacode.learning.features.TrainingRow;

/** A fit to a training set under one choice of wave weights. */
public final class WaveWeightedFit {
    private final TrainingSet set;
    private final WaveWeights weights;
    private final FittedRidges fit;
    private final List<TrainingRow> rows;
    private final int[] bearing;
    /** By example. */
    private final List<List<ScoredPair>> pairs = new ArrayList<>();

    private final Calibration calibration;

    /**
     * @param rows of the examples, in their order, so weighted
     * @param definitions the codebook scores of each example
     */
    WaveWeightedFit(
            TrainingSet set,
            WaveWeights weights,
            FittedRidges fit,
            List<TrainingRow> rows,
            List<double[][]> definitions) {
        this.set = set;
        this.weights = weights;
        this.fit = fit;
        this.rows = rows;
        bearing = fit.bearing(rows);
        for (int i = 0; i < rows.size(); i++) {
            pairs.add(fit.pairs(rows.get(i), definitions.get(i), bearing));
        }
        calibration = Calibration.of(pairs, fit.unconsidered(rows, definitions, bearing), set.codebook());
    }

    public WaveWeights weights() {
        return weights;
    }

    public Model model() {
        return fit.model(rows, fit.ridges.alphas(fit.rows(rows), fit.codes()), calibration, bearing);
    }

    /** Leave-one-out log-loss over all pairs. */
    double loss() {
        return pairs.stream()
                .flatMap(List::stream)
                .mapToDouble(calibration::loss)
                .sum();
    }

    /** Leave-one-out log-loss of each answer of the latest wave, summed over its codes. */
    public List<Double> losses() {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (set.isOfLatestWave(set.examples().get(i).id())) {
                losses.add(pairs.get(i).stream().mapToDouble(calibration::loss).sum());
            }
        }
        return losses;
    }
}

package org.verbacode.learning;

import java.util.List;
import java.util.Map;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.WaveName;

/**
 * All that a model is learned from.
 *
 * @param examples coded answers; their order changes nothing but the last digits
 * @param others further answers of the survey, whose codes are unknown: they only say which words are frequent
 * @param seed of whatever is drawn
 * @param waves in which answers were given; one that is absent counts whole whatever the weights
 * @param weights of the waves; of several the model chooses one, and the first unless it is clearly worse. Each goes further
 *     than the one before
 */
public record TrainingSet(
        Codebook codebook,
        List<Example> examples,
        List<AnalysedAnswer> others,
        long seed,
        Map<AnswerId, WaveName> waves,
        List<WaveWeights> weights) {
    public TrainingSet {
        examples = List.copyOf(examples);
        others = List.copyOf(others);
        waves = Map.copyOf(waves);
        weights = List.copyOf(weights);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("no weights to choose among");
        }
    }

    /** Answers that all count alike. */
    public TrainingSet(Codebook codebook, List<Example> examples, List<AnalysedAnswer> others, long seed) {
        this(codebook, examples, others, seed, Map.of(), List.of(WaveWeights.EQUAL));
    }

    /** The same with the waves weighed in one of these ways. */
    public TrainingSet weighingOneOf(List<WaveWeights> ways) {
        return new TrainingSet(codebook, examples, others, seed, waves, ways);
    }

    /** Whether an answer counts whole, whichever of the weights are chosen. */
    public boolean isOfLatestWave(AnswerId answer) {
        return weights.stream().allMatch(by -> weight(answer, by) == 1);
    }

    /** How much an answer counts, a whole one 1. */
    public double weight(AnswerId answer, WaveWeights by) {
        WaveName wave = waves.get(answer);
        return wave == null ? 1 : by.of(wave);
    }
}

package org.verbacode.learning;

import java.util.List;
import java.util.Map;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.WaveName;

/**
 * The data that a model is trained on.
 *
 * @param examples coded answers; their order affects rounding only
 * @param others further answers of the survey without codes, used for document frequencies and topics
 * @param seed of all random draws
 * @param waves the wave of each answer; one without a wave has full weight
 * @param weights wave weights to choose among; the first are kept unless others are clearly better. Each differs more
 *     from equal weights than the one before
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

    /** A training set in which all answers have the same weight. */
    public TrainingSet(Codebook codebook, List<Example> examples, List<AnalysedAnswer> others, long seed) {
        this(codebook, examples, others, seed, Map.of(), List.of(WaveWeights.EQUAL));
    }

    /** The same with these wave weights to choose among. */
    public TrainingSet weighingOneOf(List<WaveWeights> ways) {
        return new TrainingSet(codebook, examples, others, seed, waves, ways);
    }

    /** Whether an answer has full weight under all wave weights. */
    public boolean isOfLatestWave(AnswerId answer) {
        return weights.stream().allMatch(by -> weight(answer, by) == 1);
    }

    /** The weight of an answer; 1 is a full one. */
    public double weight(AnswerId answer, WaveWeights by) {
        WaveName wave = waves.get(answer);
        return wave == null ? 1 : by.of(wave);
    }
}

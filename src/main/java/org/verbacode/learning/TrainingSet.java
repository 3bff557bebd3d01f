package org.verbacode.learning;

import java.util.List;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;

/**
 * All that a model is learned from.
 *
 * @param examples coded answers; their order changes nothing but the last digits
 * @param others further answers of the survey, whose codes are unknown: they only say which words are frequent
 * @param seed of whatever is drawn
 */
public record TrainingSet(Codebook codebook, List<Example> examples, List<AnalysedAnswer> others, long seed) {
    public TrainingSet {
        examples = List.copyOf(examples);
        others = List.copyOf(others);
    }
}

package org.verbacode.learning.ridge;

import java.util.List;
import java.util.stream.IntStream;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.FeatureTable;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.LemmaVectors;
import org.verbacode.learning.features.TrainingRow;

/**
 * A weighted sum of texts under one kernel, Σ_j q_j (K(x_j, x) + c), accumulated by feature: evaluating it costs one
 * term per feature of x.
 */
public final class KernelExpansion {
    private final int kernel;
    private final double constant;
    private final double[] lemmas;
    private final double[] content;
    private final double[] characters;
    private final double[] soft;
    private final double[] meaning;

    /** @param weights q, one per text */
    public KernelExpansion(FeatureSpace space, int kernel, List<TrainingRow> texts, double[] weights) {
        this.kernel = kernel;
        lemmas = new double[kernel == Kernels.WORDS ? space.lemmas.size() : 0];
        content = new double[kernel == Kernels.WORDS ? space.content.size() : 0];
        characters = new double[kernel == Kernels.CHARACTERS ? space.characters.size() : 0];
        meaning = new double[kernel == Kernels.MEANINGS ? space.meaningSize() : 0];
        double[] direct = new double[kernel == Kernels.MEANINGS ? space.content.size() : 0];
        double sum = 0;
        for (int j = 0; j < texts.size(); j++) {
            if (weights[j] != 0) {
                add(texts.get(j).features, weights[j], direct);
                sum += weights[j];
            }
        }
        constant = sum * DualRidge.CONSTANT;
        soft = kernel == Kernels.MEANINGS ? space.meanings.spread(direct) : direct;
    }

    /** The expansion of one text of weight 1. */
    static KernelExpansion of(FeatureSpace space, int kernel, Features text) {
        return new KernelExpansion(space, kernel, List.of(new TrainingRow(text, new byte[0])), new double[] {1});
    }

    private void add(Features text, double weight, double[] direct) {
        if (kernel == Kernels.WORDS) {
            text.lemmas.addTo(lemmas, weight / 2);
            text.content.addTo(content, weight / 2);
        } else if (kernel == Kernels.CHARACTERS) {
            text.characters.addTo(characters, weight);
        } else {
            if (text.softLength > 0) {
                text.content.addTo(direct, weight / 2 / text.softLength);
            }
            for (int d = 0; d < meaning.length; d++) {
                meaning[d] += weight / 2 * text.meaning[d];
            }
        }
    }

    /** Its value at a text. */
    public double score(Features text) {
        if (kernel == Kernels.WORDS) {
            return constant + text.lemmas.dot(lemmas) + text.content.dot(content);
        }
        if (kernel == Kernels.CHARACTERS) {
            return constant + text.characters.dot(characters);
        }
        double senses = text.softLength > 0 ? text.content.dot(soft) / text.softLength : 0;
        return constant + senses + LemmaVectors.dot(text.meaning, meaning);
    }

    /** Its values at all texts of a table. */
    public double[] scores(FeatureTable texts) {
        return IntStream.range(0, texts.size())
                .parallel()
                .mapToDouble(text -> score(texts, text))
                .toArray();
    }

    private double score(FeatureTable texts, int text) {
        if (kernel == Kernels.WORDS) {
            return constant + texts.lemmas.dot(text, lemmas) + texts.content.dot(text, content);
        }
        if (kernel == Kernels.CHARACTERS) {
            return constant + texts.characters.dot(text, characters);
        }
        double length = texts.softLengths[text];
        double sum = constant + (length > 0 ? texts.content.dot(text, soft) / length : 0);
        int first = text * meaning.length;
        for (int d = 0; d < meaning.length; d++) {
            sum += texts.meanings[first + d] * meaning[d];
        }
        return sum;
    }
}

package org.verbacode.learning.ridge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.LemmaVectors;
import org.verbacode.learning.features.SparseRow;

/**
 * The three ridges in primal form, w = Xᵀα: one weight per feature and code, so that a score is a sum over the
 * features of an answer.
 */
public final class PrimalWeights {
    /** By feature of block A, then code; null for a feature that no training text has. The next three likewise. */
    public final float[] @Nullable [] lemmas;

    public final float[] @Nullable [] content;
    public final float[] @Nullable [] characters;
    /** By content lemma, then code: its weight in the soft cosine before division by the length of the answer. */
    public final float[] @Nullable [] soft;
    /** By dimension of the mean vector, then code. */
    public final float[][] meaning;
    /** By ridge, then code. */
    public final double[][] constants;

    public final Regularisation regularisation;

    public PrimalWeights(
            float[] @Nullable [] lemmas,
            float[] @Nullable [] content,
            float[] @Nullable [] characters,
            float[] @Nullable [] soft,
            float[][] meaning,
            double[][] constants,
            Regularisation regularisation) {
        this.lemmas = lemmas;
        this.content = content;
        this.characters = characters;
        this.soft = soft;
        this.meaning = meaning;
        this.constants = constants;
        this.regularisation = regularisation;
    }

    /** Accumulates the weights of all training texts. */
    public static PrimalWeights of(
            FeatureSpace space, List<Features> texts, double[][][] alphas, Regularisation regularisation) {
        int codes = alphas[0].length;
        double[][] lemmas = new double[space.lemmas.size()][];
        double[][] content = new double[space.content.size()][];
        double[][] characters = new double[space.characters.size()][];
        double[][] direct = new double[space.content.size()][];
        double[][] meaning = new double[space.meaningSize()][codes];
        double[][] constants = new double[Kernels.COUNT][codes];
        for (int i = 0; i < texts.size(); i++) {
            Features text = texts.get(i);
            for (int code = 0; code < codes; code++) {
                double words = alphas[0][code][i];
                double sequences = alphas[1][code][i];
                double senses = alphas[2][code][i];
                if (words == 0 && sequences == 0 && senses == 0) {
                    continue;
                }
                add(lemmas, text.lemmas, code, codes, words / 2);
                add(content, text.content, code, codes, words / 2);
                add(characters, text.characters, code, codes, sequences);
                if (text.softLength > 0) {
                    add(direct, text.content, code, codes, senses / 2 / text.softLength);
                }
                for (int d = 0; d < meaning.length; d++) {
                    meaning[d][code] += senses / 2 * text.meaning[d];
                }
                constants[0][code] += words * DualRidge.CONSTANT;
                constants[1][code] += sequences * DualRidge.CONSTANT;
                constants[2][code] += senses * DualRidge.CONSTANT;
            }
        }
        return new PrimalWeights(
                floats(lemmas),
                floats(content),
                floats(characters),
                floats(spread(direct, space.meanings, codes)),
                floats(meaning),
                constants,
                regularisation);
    }

    private static void add(double[] @Nullable [] sums, SparseRow row, int code, int codes, double weight) {
        for (int k = 0; k < row.ids.length; k++) {
            double[] sum = sums[row.ids[k]];
            if (sum == null) {
                sum = new double[codes];
                sums[row.ids[k]] = sum;
            }
            sum[code] += weight * row.values[k];
        }
    }

    /** S times the sums. */
    private static double[] @Nullable [] spread(double[] @Nullable [] direct, LemmaVectors meanings, int codes) {
        double[][] spread = new double[direct.length][codes];
        for (int from = 0; from < direct.length; from++) {
            double[] weights = direct[from];
            if (weights == null) {
                continue;
            }
            SparseRow alike = meanings.alike(from);
            for (int k = 0; k < alike.ids.length; k++) {
                double[] sums = spread[alike.ids[k]];
                for (int code = 0; code < codes; code++) {
                    sums[code] += alike.values[k] * weights[code];
                }
            }
        }
        return spread;
    }

    private static float[][] floats(double[] @Nullable [] numbers) {
        float[][] floats = new float[numbers.length][];
        for (int row = 0; row < numbers.length; row++) {
            double[] from = numbers[row];
            if (from != null) {
                floats[row] = new float[from.length];
                for (int column = 0; column < from.length; column++) {
                    floats[row][column] = (float) from[column];
                }
            }
        }
        return floats;
    }

    /** The scores of an answer, by ridge and code. */
    public double[][] scores(Features answer) {
        double[][] scores = whole(answer);
        double[][][] ofClauses = answer.clauses.stream().map(this::whole).toArray(double[][][]::new);
        for (int ridge = 0; ofClauses.length > 0 && ridge < scores.length; ridge++) {
            for (int code = 0; code < scores[ridge].length; code++) {
                scores[ridge][code] =
                        regularisation.joint(scores[ridge][code], ofClauses[best(ofClauses, ridge, code)][ridge][code]);
            }
        }
        return scores;
    }

    /** Index of the clause with the highest score. */
    public int bestClause(Features answer, int ridge, int code) {
        return best(answer.clauses.stream().map(this::whole).toArray(double[][][]::new), ridge, code);
    }

    private static int best(double[][][] ofClauses, int ridge, int code) {
        int best = 0;
        for (int clause = 1; clause < ofClauses.length; clause++) {
            if (ofClauses[clause][ridge][code] > ofClauses[best][ridge][code]) {
                best = clause;
            }
        }
        return best;
    }

    private double[][] whole(Features answer) {
        double[][] scores = new double[Kernels.COUNT][];
        for (int ridge = 0; ridge < scores.length; ridge++) {
            scores[ridge] = constants[ridge].clone();
        }
        addTo(scores[0], answer.lemmas, lemmas, 1);
        addTo(scores[0], answer.content, content, 1);
        addTo(scores[1], answer.characters, characters, 1);
        if (answer.softLength > 0) {
            addTo(scores[2], answer.content, soft, 1 / answer.softLength);
        }
        for (int d = 0; d < meaning.length; d++) {
            for (int code = 0; code < scores[2].length; code++) {
                scores[2][code] += answer.meaning[d] * meaning[d][code];
            }
        }
        return scores;
    }

    private static void addTo(double[] scores, SparseRow row, float[] @Nullable [] weights, double factor) {
        for (int k = 0; k < row.ids.length; k++) {
            float[] weight = weights[row.ids[k]];
            if (weight != null) {
                double value = factor * row.values[k];
                for (int code = 0; code < scores.length; code++) {
                    scores[code] += value * weight[code];
                }
            }
        }
    }
}

package org.verbacode.learning.ridge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.TrainingRow;

/**
 * Leave-one-out scores of the clauses of training answers, for one kernel. Without answer i the score of a text u is
 * its score less (k_uᵀG)_i α_i/G_ii. The first factor is kept for each clause and updated with each step of G.
 */
final class ClauseScores {
    private final Map<Features, Parts> parts = new HashMap<>();

    /** The clauses of one answer. */
    private static final class Parts {
        final Features answer;
        /** (k_uᵀG)_i, by clause. */
        final double[] own;
        /** By code of the group and clause. */
        final double[][] said;

        Parts(Features answer, double[] own, double[][] said) {
            this.answer = answer;
            this.own = own;
            this.said = said;
        }

        void move(RidgeStep step, double weight) {
            for (int clause = 0; clause < own.length; clause++) {
                double along = step.along.score(answer.clauses.get(clause));
                own[clause] += step.growth * along * weight;
                for (int code = 0; code < said.length; code++) {
                    said[code][clause] += step.lengths[code] * along;
                }
            }
        }
    }

    /** @param alphas by code of the group and text */
    ClauseScores(FeatureSpace space, int kernel, List<TrainingRow> texts, DualSystem ridge, double[][] alphas) {
        List<KernelExpansion> byCode = Arrays.stream(alphas)
                .map(alpha -> new KernelExpansion(space, kernel, texts, alpha))
                .toList();
        IntStream.range(0, texts.size())
                .filter(i -> !texts.get(i).features.clauses.isEmpty())
                .parallel()
                .mapToObj(i -> {
                    Features answer = texts.get(i).features;
                    KernelExpansion itself = new KernelExpansion(space, kernel, texts, ridge.column(i));
                    return new Parts(
                            answer,
                            scores(answer, itself),
                            byCode.stream().map(code -> scores(answer, code)).toArray(double[][]::new));
                })
                .toList()
                .forEach(of -> parts.put(of.answer, of));
    }

    private static double[] scores(Features answer, KernelExpansion direction) {
        return answer.clauses.stream().mapToDouble(direction::score).toArray();
    }

    /** A part of another group's codes, by their indices. */
    ClauseScores(ClauseScores other, int[] codes) {
        other.parts
                .values()
                .forEach(of -> parts.put(
                        of.answer,
                        new Parts(
                                of.answer,
                                of.own.clone(),
                                Arrays.stream(codes)
                                        .mapToObj(code -> of.said[code].clone())
                                        .toArray(double[][]::new))));
    }

    /** Updates the factors after a step. */
    void move(RidgeStep step) {
        IntStream.range(0, step.texts.size()).parallel().forEach(i -> {
            Parts of = parts.get(step.texts.get(i).features);
            if (of != null) {
                of.move(step, step.weights[i]);
            }
        });
    }

    /**
     * Adds the clauses of the answer that was learned last.
     *
     * @param alphas by code of the group and text, the new one included
     */
    void add(FeatureSpace space, Features answer, RidgeStep step, double[][] alphas) {
        double[][] said = new double[alphas.length][answer.clauses.size()];
        for (int clause = 0; clause < answer.clauses.size(); clause++) {
            double[] ofClause = RidgeGroup.scores(space, step.kernel, answer.clauses.get(clause), step.texts, alphas);
            for (int code = 0; code < ofClause.length; code++) {
                said[code][clause] = ofClause[code];
            }
        }
        parts.put(answer, new Parts(answer, scores(answer, step.along), said));
    }

    void remove(Features answer) {
        parts.remove(answer);
    }

    /**
     * The leave-one-out scores of an answer.
     *
     * @param wholes leave-one-out scores of the whole answer, by code of the group
     * @param weights α_i/G_ii by code of the group
     */
    double[] leftOut(Features answer, double[] wholes, double[] weights, Regularisation regularisation) {
        Parts of = parts.get(answer);
        if (of == null) {
            return wholes;
        }
        double[] scores = new double[wholes.length];
        for (int code = 0; code < scores.length; code++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int clause = 0; clause < of.own.length; clause++) {
                best = Math.max(best, of.said[code][clause] - of.own[clause] * weights[code]);
            }
            scores[code] = regularisation.joint(wholes[code], best);
        }
        return scores;
    }
}

package org.verbacode.learning.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.verbacode.learning.features.FeatureTable;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.TrainingRow;
import org.verbacode.learning.fitting.FittedRidges;
import org.verbacode.learning.ridge.KernelExpansion;
import org.verbacode.learning.ridge.RidgeStep;

/** The ridge scores of each answer of a question and of its clauses, updated with every step. */
public final class LiveScores {
    private final FittedRidges fit;
    /** The answers, then the clauses of each. */
    private final List<Features> texts;

    private final FeatureTable table;
    /** By answer: index of its first clause among the texts; then the index behind the last clause. */
    private final int[] firstClause;
    /** By kernel, text and code. */
    private final double[][][] scores;

    public LiveScores(FittedRidges fit, List<Features> answers) {
        this.fit = fit;
        firstClause = new int[answers.size() + 1];
        texts = new ArrayList<>(answers);
        for (int i = 0; i < answers.size(); i++) {
            firstClause[i] = texts.size();
            texts.addAll(answers.get(i).clauses);
        }
        firstClause[answers.size()] = texts.size();
        table = new FeatureTable(texts, fit.space.meaningSize());
        scores = new double[Kernels.COUNT][texts.size()][fit.codes()];
    }

    /** Computes the scores after training on these rows. */
    public void learn(List<TrainingRow> rows) {
        double[][][] alphas = fit.ridges.alphas(rows, fit.codes());
        IntStream.range(0, Kernels.COUNT * fit.codes()).parallel().forEach(job -> {
            int kernel = job / fit.codes();
            int code = job % fit.codes();
            double[] ofCode = new KernelExpansion(fit.space, kernel, rows, alphas[kernel][code]).scores(table);
            for (int i = 0; i < ofCode.length; i++) {
                scores[kernel][i][code] = ofCode[i];
            }
        });
    }

    /** The features of an answer. */
    public Features features(int place) {
        return texts.get(place);
    }

    /** The component of each text along a step. */
    public double[] along(RidgeStep step) {
        return step.along.scores(table);
    }

    /** Updates the scores after a step. */
    public void move(RidgeStep step, double[] along) {
        double[][] ofKernel = scores[step.kernel];
        for (int i = 0; i < along.length; i++) {
            for (int code = 0; code < step.codes.length; code++) {
                ofKernel[i][step.codes[code]] += step.lengths[code] * along[i];
            }
        }
    }

    /** The scores of one kernel for an answer, by code. */
    public double[] of(int kernel, int place) {
        double[][] byText = scores[kernel];
        int first = firstClause[place];
        int last = firstClause[place + 1];
        if (first == last) {
            return byText[place];
        }
        double[] said = byText[first].clone();
        for (int clause = first + 1; clause < last; clause++) {
            for (int code = 0; code < said.length; code++) {
                said[code] = Math.max(said[code], byText[clause][code]);
            }
        }
        for (int code = 0; code < said.length; code++) {
            said[code] = fit.regularisation.joint(byText[place][code], said[code]);
        }
        return said;
    }

    /** By kernel, text and code: the answers, then their clauses. */
    public double[][][] all() {
        return scores;
    }
}

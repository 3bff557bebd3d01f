package org.verbacode.learning.fitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Folding;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.learning.Model;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.decision.Calibration;
import org.verbacode.learning.decision.PooledLogistic;
import org.verbacode.learning.decision.ScoredPair;
import org.verbacode.learning.features.Clauses;
import org.verbacode.learning.features.CodeText;
import org.verbacode.learning.features.CodebookScores;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.TrainingRow;
import org.verbacode.learning.ridge.KernelExpansion;
import org.verbacode.learning.ridge.PrimalWeights;
import org.verbacode.learning.ridge.Ridges;

/**
 * Ridges fitted to coded answers and to the texts of the codebook, with all that is needed to score further answers.
 */
public final class FittedRidges {
    /** A code considered for this many answers is no longer a rarely considered one. */
    private static final int RARE_LIMIT = 60;

    public final Codebook codebook;
    public final FeatureSpace space;
    public final CodebookScores codebookScores;
    public final Ridges ridges;
    public final Regularisation regularisation;
    private final SurveyLexicon lexicon;
    private final List<CodeText> codeTexts;
    private final List<TrainingRow> codebookRows;

    /**
     * @param codebookScores of the same texts in the same space
     * @param examples the coded answers in this space
     * @param mostNumbers numbers that the inverses of one kernel may hold
     */
    FittedRidges(
            SurveyLexicon lexicon,
            Codebook codebook,
            FeatureSpace space,
            List<CodeText> codeTexts,
            CodebookScores codebookScores,
            List<TrainingRow> examples,
            long mostNumbers,
            Regularisation regularisation) {
        this.lexicon = lexicon;
        this.codebook = codebook;
        this.space = space;
        this.codeTexts = codeTexts;
        codebookRows = codebookRows(space, codeTexts);
        this.codebookScores = codebookScores;
        this.regularisation = regularisation;
        ridges = new Ridges(space, rows(examples), codes(), examples.size(), mostNumbers, regularisation);
    }

    /**
     * Training rows of the codebook. A text that several codes share, such as a keyword, is an example of all of them
     * and a counterexample of the others.
     */
    private static List<TrainingRow> codebookRows(FeatureSpace space, List<CodeText> codeTexts) {
        Map<String, AnalysedAnswer> texts = new LinkedHashMap<>();
        Map<String, byte[]> targets = new LinkedHashMap<>();
        for (int code = 0; code < codeTexts.size(); code++) {
            for (AnalysedAnswer row : codeTexts.get(code).rows()) {
                String key = Folding.fold(row.text());
                texts.putIfAbsent(key, row);
                byte[] ofRow = targets.computeIfAbsent(key, unused -> {
                    byte[] none = new byte[codeTexts.size()];
                    Arrays.fill(none, (byte) -1);
                    return none;
                });
                ofRow[code] = 1;
            }
        }
        List<TrainingRow> rows = new ArrayList<>();
        targets.forEach((key, ofRow) ->
                rows.add(new TrainingRow(space.features(Objects.requireNonNull(texts.get(key))), ofRow)));
        return rows;
    }

    public int codes() {
        return codebook.codes().size();
    }

    /** By code: number of the answers that bear it. */
    public int[] bearing(Collection<TrainingRow> examples) {
        int[] bearing = new int[codes()];
        for (TrainingRow example : examples) {
            for (int code = 0; code < bearing.length; code++) {
                bearing[code] += example.bears(code) ? 1 : 0;
            }
        }
        return bearing;
    }

    /**
     * The leave-one-out scores of an answer for the codes considered for it; empty if it has not been learned.
     *
     * @param bearing by code: number of answers that bear it, this one included
     */
    public List<ScoredPair> pairs(TrainingRow example, double[][] definitions, int[] bearing) {
        double[][] leftOut = ridges.leftOut(example, codes()).orElse(null);
        if (leftOut == null) {
            return List.of();
        }
        List<ScoredPair> pairs = new ArrayList<>();
        for (int code = 0; code < codes(); code++) {
            if (example.considers(code)) {
                boolean applies = example.bears(code);
                int others = bearing[code] - (applies ? 1 : 0);
                pairs.add(new ScoredPair(code, applies, others, scores(leftOut, definitions, code), example.weight));
            }
        }
        return pairs;
    }

    /** By code: whether it was considered for few of the answers, and not for all. */
    public boolean[] rarelyConsidered(Collection<TrainingRow> examples) {
        boolean[] rarely = new boolean[codes()];
        for (int code = 0; code < rarely.length; code++) {
            int wanted = code;
            long considered =
                    examples.stream().filter(row -> row.considers(wanted)).count();
            rarely[code] = considered < RARE_LIMIT && considered < examples.size();
        }
        return rarely;
    }

    /**
     * The scores of examples for codes that were not considered for them and rarely for others.
     *
     * @param definitions the codebook scores of each example
     */
    List<ScoredPair> unconsidered(List<TrainingRow> examples, List<double[][]> definitions, int[] bearing) {
        boolean[] rarely = rarelyConsidered(examples);
        List<ScoredPair> unconsidered = new ArrayList<>();
        if (IntStream.range(0, rarely.length).noneMatch(code -> rarely[code])) {
            return unconsidered;
        }
        List<TrainingRow> rows = rows(examples);
        double[][][] alphas = ridges.alphas(rows, codes());
        for (int code = 0; code < rarely.length; code++) {
            if (rarely[code]) {
                KernelExpansion[] says = new KernelExpansion[Kernels.COUNT];
                for (int kernel = 0; kernel < says.length; kernel++) {
                    says[kernel] = new KernelExpansion(space, kernel, rows, alphas[kernel][code]);
                }
                for (int i = 0; i < examples.size(); i++) {
                    TrainingRow example = examples.get(i);
                    if (!example.considers(code)) {
                        double[][] said = new double[says.length][codes()];
                        for (int kernel = 0; kernel < says.length; kernel++) {
                            said[kernel][code] = Clauses.score(example.features, says[kernel]::score, regularisation);
                        }
                        unconsidered.add(unconsideredPair(code, said, definitions.get(i), bearing));
                    }
                }
            }
        }
        return unconsidered;
    }

    /** @param said ridge scores by kernel and code */
    public static ScoredPair unconsideredPair(int code, double[][] said, double[][] definitions, int[] bearing) {
        return new ScoredPair(code, false, bearing[code], scores(said, definitions, code), 1);
    }

    /** The scores of one code in the order of the pooled logistic. */
    public static double[] scores(double[][] ridges, double[][] definitions, int code) {
        double[] scores = new double[PooledLogistic.SCORES];
        for (int ridge = 0; ridge < Kernels.COUNT; ridge++) {
            scores[ridge] = ridges[ridge][code];
        }
        for (int score = 0; score < CodebookScores.COUNT; score++) {
            scores[Kernels.COUNT + score] = definitions[score][code];
        }
        return scores;
    }

    /** All training rows: the answers, then the texts of the codebook. */
    public List<TrainingRow> rows(List<TrainingRow> examples) {
        List<TrainingRow> rows = new ArrayList<>(examples);
        rows.addAll(codebookRows);
        return rows;
    }

    /**
     * @param alphas by kernel, code and text of {@link #rows}
     * @param bearing by code: number of training answers that bear it
     */
    public Model model(List<TrainingRow> examples, double[][][] alphas, Calibration calibration, int[] bearing) {
        List<Features> texts = rows(examples).stream().map(row -> row.features).toList();
        return new Model(
                lexicon,
                codebook,
                space,
                codeTexts,
                PrimalWeights.of(space, texts, alphas, regularisation),
                calibration.logistic,
                bearing,
                calibration.decisionRule,
                calibration.qualities,
                codebookScores);
    }
}

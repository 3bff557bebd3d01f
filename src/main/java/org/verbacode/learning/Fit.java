package org.verbacode.learning;

import java.util.ArrayList;
import java.util.List;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.SurveyLexicon;

/** Ridges on coded answers and on the codebook's own texts, with all that is needed to score further answers. */
final class Fit {
    final Codebook codebook;
    final FeatureSpace space;
    final CodebookScores codebookScores;
    final Ridges ridges;
    private final SurveyLexicon lexicon;
    private final List<CodeText> codeTexts;
    private final List<TrainingRow> codebookRows = new ArrayList<>();

    /**
     * @param examples the coded answers, each read in this space
     * @param mostNumbers that inverses may hold
     */
    Fit(
            SurveyLexicon lexicon,
            Codebook codebook,
            FeatureSpace space,
            List<CodeText> codeTexts,
            List<TrainingRow> examples,
            long mostNumbers) {
        this.lexicon = lexicon;
        this.codebook = codebook;
        this.space = space;
        this.codeTexts = codeTexts;
        for (int code = 0; code < codeTexts.size(); code++) {
            byte[] targets = new byte[codeTexts.size()];
            for (int other = 0; other < targets.length; other++) {
                targets[other] = (byte) (other == code ? 1 : -1);
            }
            for (AnalysedAnswer row : codeTexts.get(code).rows()) {
                codebookRows.add(new TrainingRow(space.features(row), targets));
            }
        }
        codebookScores = new CodebookScores(space, codeTexts);
        ridges = new Ridges(space, rows(examples), codes(), examples.size(), mostNumbers);
    }

    int codes() {
        return codebook.codes().size();
    }

    /** The codes considered for an answer, scored as if it had been left out; none if it has not been learned yet. */
    List<ScoredPair> pairs(TrainingRow example, double[][] definitions) {
        double[][] leftOut = ridges.leftOut(example, codes()).orElse(null);
        if (leftOut == null) {
            return List.of();
        }
        List<ScoredPair> pairs = new ArrayList<>();
        for (int code = 0; code < codes(); code++) {
            if (example.considers(code)) {
                pairs.add(new ScoredPair(code, example.target(code) > 0, scores(leftOut, definitions, code)));
            }
        }
        return pairs;
    }

    /** The scores of one code in the order of the pooled logistic. */
    static double[] scores(double[][] ridges, double[][] definitions, int code) {
        double[] scores = new double[PooledLogistic.SCORES];
        for (int ridge = 0; ridge < Kernels.COUNT; ridge++) {
            scores[ridge] = ridges[ridge][code];
        }
        for (int score = 0; score < CodebookScores.COUNT; score++) {
            scores[Kernels.COUNT + score] = definitions[score][code];
        }
        return scores;
    }

    /** All that is learned from, the codebook's texts behind the answers. */
    List<TrainingRow> rows(List<TrainingRow> examples) {
        List<TrainingRow> rows = new ArrayList<>(examples);
        rows.addAll(codebookRows);
        return rows;
    }

    /** @param alphas by kernel, code and text of {@link #rows} */
    Model model(List<TrainingRow> examples, double[][][] alphas, Calibration calibration) {
        List<Features> texts = rows(examples).stream().map(row -> row.features).toList();
        return new Model(
                lexicon,
                codebook,
                space,
                codeTexts,
                Weights.of(space, texts, alphas),
                calibration.logistic,
                calibration.thresholds,
                calibration.offsets,
                calibration.qualities,
                codebookScores);
    }
}

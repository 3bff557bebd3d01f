package org.verbacode.learning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.learning.decision.DecisionRule;
import org.verbacode.learning.decision.Logits;
import org.verbacode.learning.decision.PooledLogistic;
import org.verbacode.learning.features.CodeText;
import org.verbacode.learning.features.CodebookScores;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.format.ModelReader;
import org.verbacode.learning.format.ModelWriter;
import org.verbacode.learning.ridge.PrimalWeights;
import org.verbacode.quality.CodeQuality;
import org.verbacode.study.AnswerId;

/**
 * A trained model: suggests codes for any answer with their probabilities, and explains them by the words of the
 * answer.
 */
public final class Model {
    public final SurveyLexicon lexicon;
    public final Codebook codebook;
    public final FeatureSpace space;
    public final List<CodeText> codeTexts;
    public final PrimalWeights weights;
    public final PooledLogistic logistic;
    /** By code: number of training answers that bear it. */
    public final int[] examples;

    public final DecisionRule decisionRule;
    private final List<CodeQuality> qualities;
    private final CodebookScores codebookScores;
    private final Logits logits;

    /** @param codebookScores of the same texts in the same space */
    public Model(
            SurveyLexicon lexicon,
            Codebook codebook,
            FeatureSpace space,
            List<CodeText> codeTexts,
            PrimalWeights weights,
            PooledLogistic logistic,
            int[] examples,
            DecisionRule decisionRule,
            List<CodeQuality> qualities,
            CodebookScores codebookScores) {
        this.lexicon = lexicon;
        this.codebook = codebook;
        this.space = space;
        this.codeTexts = List.copyOf(codeTexts);
        this.weights = weights;
        this.logistic = logistic;
        this.examples = examples.clone();
        this.logits = new Logits(logistic, examples);
        this.decisionRule = decisionRule;
        this.qualities = List.copyOf(qualities);
        this.codebookScores = codebookScores;
    }

    /**
     * Reads a model written by {@link #write}. Nothing in the stream is trusted.
     *
     * @throws EarlierFormatException if it is of an earlier recipe, which cannot be computed any more
     * @throws IOException if it cannot be read, or is not a complete and valid model
     */
    public static Model read(InputStream from) throws IOException {
        return ModelReader.read(from);
    }

    /** Writes the model as plain numbers and texts, compressed. */
    public void write(OutputStream to) throws IOException {
        ModelWriter.write(this, to);
    }

    /** The regularisation with which it was trained. */
    public Regularisation regularisation() {
        return weights.regularisation;
    }

    /** Probability from which the most likely code is given to an answer without any code; 1 for never. */
    public double lead() {
        return decisionRule.lead;
    }

    /** The analyser with the survey's lexicon of its training. */
    public FrenchAnalyser analyser() {
        return new FrenchAnalyser(lexicon);
    }

    /**
     * The same model without some words; their weights are removed.
     *
     * @param words without accents or capitals
     */
    public Model without(Set<String> words) {
        FeatureSpace purged = space.without(words);
        return new Model(
                lexicon.without(words),
                codebook,
                purged,
                codeTexts,
                weights,
                logistic,
                examples,
                decisionRule,
                qualities,
                new CodebookScores(purged, codeTexts));
    }

    /** The codes that it suggests, in their order. */
    public Codebook codebook() {
        return codebook;
    }

    /** Quality for each code, in the order of the codebook. */
    public List<CodeQuality> qualities() {
        return qualities;
    }

    /** The lines of its card, one per code, in the order of the codebook. */
    public List<ModelCard.CodeLine> codeLines() {
        List<ModelCard.CodeLine> lines = new ArrayList<>();
        for (int code = 0; code < qualities.size(); code++) {
            lines.add(ModelCard.CodeLine.of(
                    codebook.codes().get(code), qualities.get(code), decisionRule.thresholds[code]));
        }
        return lines;
    }

    /** The suggestion of every code for an answer, most likely first. */
    public List<Suggestion> suggest(AnswerId id, AnalysedAnswer answer) {
        return decisionRule.suggestions(id, codebook, logits(space.answer(answer)));
    }

    Logits logits() {
        return logits;
    }

    private double[] logits(Features features) {
        double[][] ridges = weights.scores(features);
        double[][] definitions = codebookScores.of(features);
        return IntStream.range(0, codebook.codes().size())
                .mapToDouble(code -> logits.logit(code, ridges, definitions))
                .toArray();
    }

    /**
     * The contributions of the words of an answer to the logit of a code, in the order of the words. Together with
     * the constant part they add up to the logit exactly.
     *
     * @throws IllegalArgumentException if the model does not know the code
     */
    public List<Contribution> explain(AnalysedAnswer answer, CodeId code) {
        return new Explanation(this, codebookScores, answer, place(code)).weights();
    }

    private int place(CodeId code) {
        for (int place = 0; place < codebook.codes().size(); place++) {
            if (codebook.codes().get(place).id().equals(code)) {
                return place;
            }
        }
        throw new IllegalArgumentException("not a code of this model: " + code);
    }
}

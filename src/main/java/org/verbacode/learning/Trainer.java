package org.verbacode.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.study.AnswerId;

/**
 * Learns a model: three ridges on words, characters and meanings, with the codebook's texts as training rows beside the
 * coded answers, which judge an answer whole and clause by clause; and one logistic regression that pools them with the
 * codebook scores, by how many examples a code has. Everything is chosen on
 * leave-one-out scores, or on those of five folds beyond some three thousand coded answers. The same training set gives
 * the same model bit for bit.
 */
public final class Trainer {
    /** The version of the recipe; a change of what is computed changes it. */
    public static final String RECIPE = "ridges-5";

    private final FrenchAnalyser analyser;
    private final WordVectors vectors;
    private final long mostNumbers;
    private final AtomicReference<Meanings.Source> meanings = new AtomicReference<>();

    public Trainer(FrenchAnalyser analyser, WordVectors vectors) {
        this(analyser, vectors, Ridges.MOST_NUMBERS);
    }

    /** @param mostNumbers that inverses may hold; beyond, the ridges are solved by iteration */
    Trainer(FrenchAnalyser analyser, WordVectors vectors, long mostNumbers) {
        this.analyser = analyser;
        this.vectors = vectors;
        this.mostNumbers = mostNumbers;
    }

    /**
     * Learns.
     *
     * @throws IllegalArgumentException if there is no example or no code
     */
    public Model train(TrainingSet set) {
        if (set.examples().isEmpty() || set.codebook().codes().isEmpty()) {
            throw new IllegalArgumentException("nothing to learn from");
        }
        List<CodeText> codeTexts = CodeTexts.of(set.codebook(), analyser);
        FeatureSpace space = space(set, codeTexts);
        List<TrainingRow> examples = rows(set, space);
        Fit fit = new Fit(analyser.survey(), set.codebook(), space, codeTexts, examples, mostNumbers);
        int[] bearing = fit.bearing(examples);
        List<ScoredPair> pairs = new ArrayList<>();
        for (TrainingRow example : examples) {
            pairs.addAll(fit.pairs(example, fit.codebookScores.of(example.features), bearing));
        }
        double[][][] alphas = fit.ridges.alphas(fit.rows(examples), fit.codes());
        return fit.model(examples, alphas, Calibration.of(pairs, set.codebook()), bearing);
    }

    /**
     * Begins to learn as people code.
     *
     * @param set what is coded so far, which may be nothing
     * @param answers all that codes are suggested for, the coded ones among them
     * @throws IllegalArgumentException if there is no code
     */
    public LiveModel live(TrainingSet set, Map<AnswerId, AnalysedAnswer> answers) {
        if (set.codebook().codes().isEmpty()) {
            throw new IllegalArgumentException("nothing to learn");
        }
        List<CodeText> codeTexts = CodeTexts.of(set.codebook(), analyser);
        FeatureSpace space = space(set, codeTexts);
        List<TrainingRow> rows = rows(set, space);
        Fit fit = new Fit(analyser.survey(), set.codebook(), space, codeTexts, rows, mostNumbers);
        Map<AnswerId, TrainingRow> examples = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            examples.put(set.examples().get(i).id(), rows.get(i));
        }
        return new LiveModel(fit, answers, examples);
    }

    private static List<TrainingRow> rows(TrainingSet set, FeatureSpace space) {
        return set.examples().stream()
                .map(example -> TrainingRow.of(space.answer(example.answer()), set.codebook(), example.considered()))
                .toList();
    }

    private FeatureSpace space(TrainingSet set, List<CodeText> codeTexts) {
        List<AnalysedAnswer> texts = new ArrayList<>();
        set.examples().forEach(example -> texts.add(example.answer()));
        texts.addAll(set.others());
        codeTexts.forEach(text -> texts.add(text.full()));
        List<AnalysedAnswer> parts =
                codeTexts.stream().flatMap(text -> text.rows().stream()).toList();
        Meanings.Source source = meanings.updateAndGet(known -> known == null ? new Meanings.Source(vectors) : known);
        return FeatureSpace.of(texts, parts, source);
    }
}

package org.verbacode.learning.fitting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.Example;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.TrainingSet;
import org.verbacode.learning.WaveWeights;
import org.verbacode.learning.features.CodeText;
import org.verbacode.learning.features.CodeTexts;
import org.verbacode.learning.features.CodebookScores;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.LemmaVectors;
import org.verbacode.learning.features.TrainingRow;

/** A training set with its features and codebook scores. */
public final class AnalysedTrainingSet {
    /** Number of coded answers on which the regularisation is chosen at most; more do not change the choice. */
    private static final int MAX_SAMPLE = 400;
    /** Below this many coded answers the choice of the regularisation is not reliable. */
    private static final int MIN_SAMPLE = 20;

    private final TrainingSet set;
    private final FrenchAnalyser analyser;
    private final long mostNumbers;
    private final List<CodeText> codeTexts;
    private final FeatureSpace space;
    private final CodebookScores codebookScores;
    /** By example. */
    private final List<Features> answers;

    /** @param mostNumbers numbers that the inverses of one kernel may hold */
    public AnalysedTrainingSet(
            TrainingSet set, FrenchAnalyser analyser, LemmaVectors.Source meanings, long mostNumbers) {
        this.set = set;
        this.analyser = analyser;
        this.mostNumbers = mostNumbers;
        codeTexts = CodeTexts.of(set.codebook(), analyser);
        space = space(set, codeTexts, meanings);
        codebookScores = new CodebookScores(space, codeTexts);
        answers = set.examples().stream()
                .map(example -> space.answer(example.answer()))
                .toList();
    }

    private static FeatureSpace space(TrainingSet set, List<CodeText> codeTexts, LemmaVectors.Source meanings) {
        List<AnalysedAnswer> texts = new ArrayList<>();
        set.examples().forEach(example -> texts.add(example.answer()));
        texts.addAll(set.others());
        codeTexts.forEach(text -> texts.add(text.full()));
        List<AnalysedAnswer> parts =
                codeTexts.stream().flatMap(text -> text.rows().stream()).toList();
        return FeatureSpace.of(texts, parts, meanings);
    }

    /** One row per example. */
    public List<TrainingRow> rows(WaveWeights weights) {
        return IntStream.range(0, answers.size()).mapToObj(i -> row(i, weights)).toList();
    }

    private TrainingRow row(int i, WaveWeights weights) {
        Example example = set.examples().get(i);
        return TrainingRow.of(answers.get(i), set.codebook(), example.considered(), set.weight(example.id(), weights));
    }

    public FittedRidges fit(List<TrainingRow> rows, Regularisation regularisation) {
        return new FittedRidges(
                analyser.survey(), set.codebook(), space, codeTexts, codebookScores, rows, mostNumbers, regularisation);
    }

    public WaveWeightedFit weighed(WaveWeights weights, Regularisation regularisation) {
        List<TrainingRow> rows = rows(weights);
        return new WaveWeightedFit(set, weights, fit(rows, regularisation), rows, definitions(answers));
    }

    private List<double[][]> definitions(List<Features> of) {
        return of.stream().map(codebookScores::of).toList();
    }

    /** The regularisation of least leave-one-out log-loss, measured on a sample of the answers. */
    public Regularisation regularisation(List<Regularisation> cautions) {
        List<TrainingRow> all = rows(WaveWeights.EQUAL);
        List<Integer> drawn = drawn(all);
        List<TrainingRow> rows = drawn.stream().map(all::get).toList();
        if (cautions.size() == 1) {
            return cautions.get(0);
        }
        if (rows.size() < MIN_SAMPLE) {
            return Regularisation.USUAL;
        }
        List<double[][]> definitions =
                definitions(drawn.stream().map(answers::get).toList());
        Regularisation best = cautions.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Regularisation regularisation : cautions) {
            double loss =
                    new WaveWeightedFit(set, WaveWeights.EQUAL, fit(rows, regularisation), rows, definitions).loss();
            if (loss < least) {
                least = loss;
                best = regularisation;
            }
        }
        return best;
    }

    /** Indices of a sample of the examples with a considered code; the same sample in whatever order they come. */
    private List<Integer> drawn(List<TrainingRow> all) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, all.size())
                .filter(i -> IntStream.range(0, set.codebook().codes().size())
                        .anyMatch(code -> all.get(i).considers(code)))
                .boxed()
                .sorted(Comparator.comparing(i -> set.examples().get(i).id().value()))
                .toList());
        Collections.shuffle(places, new Random(set.seed()));
        return places.subList(0, Math.min(places.size(), MAX_SAMPLE));
    }
}

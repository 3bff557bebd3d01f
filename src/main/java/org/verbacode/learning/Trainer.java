package org.verbacode.learning;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.features.LemmaVectors;
import org.verbacode.learning.features.TrainingRow;
import org.verbacode.learning.fitting.AnalysedTrainingSet;
import org.verbacode.learning.fitting.FittedRidges;
import org.verbacode.learning.fitting.WaveChoice;
import org.verbacode.learning.fitting.WaveWeightedFit;
import org.verbacode.learning.ridge.Ridges;
import org.verbacode.study.AnswerId;

/**
 * Trains a model: three kernel ridges on words, characters and word vectors, with the texts of the codebook as
 * training rows beside the coded answers, which score an answer whole and clause by clause; and one logistic
 * regression that pools them with the codebook scores according to the number of examples of a code. Regularisation,
 * logistic and thresholds are chosen on leave-one-out scores, or on five folds beyond some three thousand coded
 * answers. The same training set gives the same model bit for bit.
 */
public final class Trainer {
    /** The version of the recipe; it changes whenever the computation does. */
    public static final String RECIPE = "ridges-7";

    private final FrenchAnalyser analyser;
    private final WordVectors vectors;
    private final long mostNumbers;
    private final List<Regularisation> cautions;
    private final AtomicReference<LemmaVectors.Source> meanings = new AtomicReference<>();

    public Trainer(FrenchAnalyser analyser, WordVectors vectors) {
        this(analyser, vectors, List.of(Regularisation.values()));
    }

    /** @param cautions the regularisations to choose among */
    public Trainer(FrenchAnalyser analyser, WordVectors vectors, List<Regularisation> cautions) {
        this(analyser, vectors, Ridges.MAX_NUMBERS, cautions);
    }

    /**
     * @param mostNumbers numbers that the inverses of one kernel may hold; beyond, the ridges are solved by iteration
     */
    Trainer(FrenchAnalyser analyser, WordVectors vectors, long mostNumbers, List<Regularisation> cautions) {
        this.analyser = analyser;
        this.vectors = vectors;
        this.mostNumbers = mostNumbers;
        this.cautions = List.copyOf(cautions);
    }

    /**
     * A trained model.
     *
     * @param weights the wave weights chosen
     */
    public record Learned(Model model, WaveWeights weights) {}

    /**
     * Trains a model.
     *
     * @throws IllegalArgumentException if there is no example or no code
     */
    public Model train(TrainingSet set) {
        return learn(set).model();
    }

    /** Trains a model and returns the wave weights chosen with it. */
    public Learned learn(TrainingSet set) {
        if (set.examples().isEmpty() || set.codebook().codes().isEmpty()) {
            throw new IllegalArgumentException("nothing to learn from");
        }
        AnalysedTrainingSet read = read(set);
        Regularisation regularisation = read.regularisation(cautions);
        WaveWeightedFit first = read.weighed(set.weights().get(0), regularisation);
        WaveChoice choice = new WaveChoice(first.weights(), first.losses());
        Iterator<WaveWeights> further = set.weights().listIterator(1);
        boolean goesOn = choice.canJudge();
        while (goesOn && further.hasNext()) {
            WaveWeights next = further.next();
            goesOn = choice.judge(next, read.weighed(next, regularisation).losses());
        }
        WaveWeightedFit chosen =
                choice.chosen().equals(first.weights()) ? first : read.weighed(choice.chosen(), regularisation);
        return new Learned(chosen.model(), chosen.weights());
    }

    /**
     * Starts a live model.
     *
     * @param set the answers coded so far, possibly none; the first of its wave weights is used
     * @param answers all answers that get suggestions, the coded ones included
     * @throws IllegalArgumentException if there is no code
     */
    public LiveModel live(TrainingSet set, Map<AnswerId, AnalysedAnswer> answers) {
        if (set.codebook().codes().isEmpty()) {
            throw new IllegalArgumentException("nothing to learn");
        }
        WaveWeights weights = set.weights().get(0);
        AnalysedTrainingSet read = read(set);
        List<TrainingRow> rows = read.rows(weights);
        Map<AnswerId, TrainingRow> examples = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            examples.put(set.examples().get(i).id(), rows.get(i));
        }
        FittedRidges fit = read.fit(rows, read.regularisation(cautions));
        return new LiveModel(fit, answers, examples, answer -> set.weight(answer, weights));
    }

    private AnalysedTrainingSet read(TrainingSet set) {
        LemmaVectors.Source source =
                meanings.updateAndGet(known -> known == null ? new LemmaVectors.Source(vectors) : known);
        return new AnalysedTrainingSet(set, analyser, source, mostNumbers);
    }
}

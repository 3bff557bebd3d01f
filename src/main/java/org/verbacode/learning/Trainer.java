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
 * Learns a model: three ridges on words, characters and meanings, with the codebook's texts as training rows beside the
 * coded answers, which judge an answer whole and clause by clause, as cautiously as the answers ask for; and one logistic
 * regression that pools them with the codebook scores, by how many examples a code has. Everything is chosen on leave-one-out
 * scores, or on those of five folds beyond some three thousand coded answers. The same training set gives
 * the same model bit for bit.
 */
public final class Trainer {
    /** The version of the recipe; a change of what is computed changes it. */
    public static final String RECIPE = "ridges-7";

    private final FrenchAnalyser analyser;
    private final WordVectors vectors;
    private final long mostNumbers;
    private final List<Regularisation> cautions;
    private final AtomicReference<LemmaVectors.Source> meanings = new AtomicReference<>();

    public Trainer(FrenchAnalyser analyser, WordVectors vectors) {
        this(analyser, vectors, List.of(Regularisation.values()));
    }

    /** @param cautions to choose among */
    public Trainer(FrenchAnalyser analyser, WordVectors vectors, List<Regularisation> cautions) {
        this(analyser, vectors, Ridges.MOST_NUMBERS, cautions);
    }

    /**
     * @param mostNumbers that inverses may hold; beyond, the ridges are solved by iteration
     */
    Trainer(FrenchAnalyser analyser, WordVectors vectors, long mostNumbers, List<Regularisation> cautions) {
        this.analyser = analyser;
        this.vectors = vectors;
        this.mostNumbers = mostNumbers;
        this.cautions = List.copyOf(cautions);
    }

    /**
     * What was learned.
     *
     * @param weights of the waves, chosen among those of the training set
     */
    public record Learned(Model model, WaveWeights weights) {}

    /**
     * Learns.
     *
     * @throws IllegalArgumentException if there is no example or no code
     */
    public Model train(TrainingSet set) {
        return learn(set).model();
    }

    /** The same, and says how it has weighed the waves. */
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
     * Begins to learn as people code.
     *
     * @param set what is coded so far, which may be nothing; waves are weighed by the first of its weights
     * @param answers all that codes are suggested for, the coded ones among them
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

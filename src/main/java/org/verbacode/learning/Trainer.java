package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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
        List<CodeText> codeTexts = CodeTexts.of(set.codebook(), analyser);
        FeatureSpace space = space(set, codeTexts);
        List<Features> answers = answers(set, space);
        CodebookScores codebookScores = new CodebookScores(space, codeTexts);
        List<double[][]> definitions = answers.stream().map(codebookScores::of).toList();
        Function<WaveWeights, WeighedFit> learning = weights -> {
            List<TrainingRow> rows = rows(set, answers, weights);
            return new WeighedFit(set, weights, fit(set, codeTexts, codebookScores, space, rows), rows, definitions);
        };
        WeighedFit first = learning.apply(set.weights().get(0));
        WaveChoice choice = new WaveChoice(first.weights(), first.losses());
        Iterator<WaveWeights> further = set.weights().listIterator(1);
        boolean goesOn = choice.canJudge();
        while (goesOn && further.hasNext()) {
            WaveWeights next = further.next();
            goesOn = choice.judge(next, learning.apply(next).losses());
        }
        WeighedFit chosen = choice.chosen().equals(first.weights()) ? first : learning.apply(choice.chosen());
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
        List<CodeText> codeTexts = CodeTexts.of(set.codebook(), analyser);
        FeatureSpace space = space(set, codeTexts);
        List<TrainingRow> rows = rows(set, answers(set, space), weights);
        Map<AnswerId, TrainingRow> examples = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            examples.put(set.examples().get(i).id(), rows.get(i));
        }
        return new LiveModel(
                fit(set, codeTexts, new CodebookScores(space, codeTexts), space, rows),
                answers,
                examples,
                answer -> set.weight(answer, weights));
    }

    private Fit fit(
            TrainingSet set,
            List<CodeText> codeTexts,
            CodebookScores codebookScores,
            FeatureSpace space,
            List<TrainingRow> rows) {
        return new Fit(analyser.survey(), set.codebook(), space, codeTexts, codebookScores, rows, mostNumbers);
    }

    private static List<Features> answers(TrainingSet set, FeatureSpace space) {
        return set.examples().stream()
                .map(example -> space.answer(example.answer()))
                .toList();
    }

    private static List<TrainingRow> rows(TrainingSet set, List<Features> answers, WaveWeights weights) {
        List<TrainingRow> rows = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Example example = set.examples().get(i);
            rows.add(TrainingRow.of(
                    answers.get(i), set.codebook(), example.considered(), set.weight(example.id(), weights)));
        }
        return rows;
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

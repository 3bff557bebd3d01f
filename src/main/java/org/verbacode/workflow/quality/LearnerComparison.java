package org.verbacode.workflow.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.learning.Example;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.TrainingSet;
import org.verbacode.learning.WekaLearner;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.LearningCurve;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.model.Quote;

/** Runs Verbacode's learner and others on the same splits. */
final class LearnerComparison {
    private static final Message TASK = Message.of("workflow.task.evaluating");

    /** Verbacode's own learner. */
    final HeldOutPredictions own;

    private final Map<String, HeldOutPredictions> others = new LinkedHashMap<>();
    private final @Nullable LearningCurveRuns parts;
    private int learnedFrom;
    private int splitsRun;

    LearnerComparison(Trainer trainer, List<WekaLearner> learners, boolean curve, ParallelMap cores) {
        own = new HeldOutPredictions(set -> trainer.train(set)::suggest, cores);
        learners.forEach(learner -> others.put(learner.name(), new HeldOutPredictions(learner, cores)));
        parts = curve ? new LearningCurveRuns(set -> trainer.train(set)::suggest, cores) : null;
    }

    /**
     * Finds the learners asked for before slow work begins.
     *
     * @throws RefusedException if one does not exist or cannot learn from texts
     */
    static List<WekaLearner> learners(EvaluationOptions options, Path cache) {
        if (options.learners().isEmpty()) {
            return List.of();
        }
        Path home = cache.resolve("weka");
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.quality.weka.folder", home.toString()), e);
        }
        return options.learners().stream()
                .distinct()
                .map(words -> WekaLearner.of(words, home))
                .toList();
    }

    /** @param sets makes a training set of some of the answers */
    void run(List<TrainTestSplit> splits, Function<List<Example>, TrainingSet> sets, long seed, Progress progress) {
        int steps = splits.size() * (1 + others.size());
        int done = 0;
        for (TrainTestSplit split : splits) {
            TrainingSet set = sets.apply(split.train());
            List<HeldOutPredictions> all = new ArrayList<>(List.of(own));
            all.addAll(others.values());
            for (HeldOutPredictions trials : all) {
                progress.at(TASK, done++, steps);
                trials.run(set, split.judged());
            }
            learnedFrom += split.train().size();
            splitsRun++;
        }
        LearningCurveRuns growing = parts;
        if (growing != null) {
            growing.run(splits, sets, seed, (part, of) -> progress.at(Message.of("workflow.task.curve"), part, of));
        }
        progress.at(TASK, steps, steps);
    }

    /** Number of training answers over all splits. */
    int learnedFrom() {
        return learnedFrom;
    }

    /**
     * The result.
     *
     * @param coded number of all coded answers
     * @param readingTrained seconds to analyse the training answers
     * @param readingJudged seconds to analyse the judged answers
     */
    Evaluation evaluation(
            List<Code> codes, Map<AnswerId, Quote> quotes, int coded, double readingTrained, double readingJudged) {
        Map<String, Evaluation> compared = new LinkedHashMap<>();
        others.forEach(
                (name, trials) -> compared.put(name, trials.evaluation(codes, quotes, readingTrained, readingJudged)));
        return own.evaluation(codes, quotes, readingTrained, readingJudged).with(compared, curve(codes, coded));
    }

    private @Nullable LearningCurve curve(List<Code> codes, int coded) {
        LearningCurveRuns growing = parts;
        if (growing == null || splitsRun == 0) {
            return null;
        }
        SortedMap<Integer, List<JudgedAnswer>> judged = new TreeMap<>(growing.judged());
        judged.put(Math.round((float) learnedFrom / splitsRun), own.judgements());
        return LearningCurve.of(codes.stream().map(Code::id).toList(), own.learned(), coded, judged);
    }
}

package org.verbacode.workflow.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.verbacode.learning.Example;
import org.verbacode.learning.Learner;
import org.verbacode.learning.TrainingSet;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.workflow.ParallelMap;

/**
 * Trains on nested random subsets of the training answers and judges the same answers after each. With fewer than
 * three splits several random orders are drawn.
 */
public final class LearningCurveRuns {
    /** Largest subset, as a share of the training answers; the whole is trained on anyway. */
    private static final double MAX_PART = 0.9;

    /** Size of the smallest subset, in answers. */
    private static final int SMALLEST = 25;
    /** Number of random orders at least, so that no single one decides. */
    private static final int MIN_ORDERS = 3;

    private final Learner learner;
    private final ParallelMap cores;
    private final SortedMap<Integer, List<JudgedAnswer>> judged = new TreeMap<>();

    /** Told before each training. */
    interface Step {
        void before(int done, int all);
    }

    LearningCurveRuns(Learner learner, ParallelMap cores) {
        this.learner = learner;
        this.cores = cores;
    }

    /** Sizes of the subsets: 25, 50, 75, 100, 150, 200, 300, 400, 600 … */
    public static List<Integer> sizes(int whole) {
        List<Integer> sizes = new ArrayList<>();
        int largest = (int) (MAX_PART * whole);
        for (int size = SMALLEST; size <= largest; size *= 2) {
            sizes.add(size);
            if (size > SMALLEST && size * 3 / 2 <= largest) {
                sizes.add(size * 3 / 2);
            }
        }
        return sizes;
    }

    /** @param sets makes a training set of some of the answers */
    void run(List<TrainTestSplit> splits, Function<List<Example>, TrainingSet> sets, long seed, Step step) {
        int whole =
                splits.stream().mapToInt(split -> split.train().size()).min().orElse(0);
        int orders = splits.size() < MIN_ORDERS ? MIN_ORDERS : 1;
        List<Integer> sizes = sizes(whole);
        int all = splits.size() * orders * sizes.size();
        int done = 0;
        for (TrainTestSplit split : splits) {
            for (int order = 0; order < orders; order++) {
                List<Example> dealt = new ArrayList<>(split.train());
                Collections.shuffle(dealt, new Random(seed + order));
                for (int size : sizes) {
                    step.before(done++, all);
                    HeldOutPredictions trials = new HeldOutPredictions(learner, cores);
                    trials.run(sets.apply(dealt.subList(0, size)), split.judged());
                    judged.computeIfAbsent(size, unused -> new ArrayList<>()).addAll(trials.judgements());
                }
            }
        }
    }

    /** The judgements by number of training answers. */
    SortedMap<Integer, List<JudgedAnswer>> judged() {
        return Collections.unmodifiableSortedMap(judged);
    }
}

package org.verbacode.learning;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.decision.Calibration;
import org.verbacode.learning.decision.ScoredPair;
import org.verbacode.learning.features.TrainingRow;
import org.verbacode.learning.fitting.FittedRidges;
import org.verbacode.learning.live.LiveAnswers;
import org.verbacode.learning.live.LiveCalibration;
import org.verbacode.learning.live.LiveScores;
import org.verbacode.learning.ridge.RidgeStep;
import org.verbacode.study.AnswerId;

/**
 * An online model: each decision updates the ridges and, through them, the suggestions for every answer of the question.
 * A coded answer gets leave-one-out suggestions, as if the model had not learned from it. For any number of threads.
 */
public final class LiveModel {
    /** Share of the coded answers below which changes do not call for another calibration. */
    private static final double FEW_CHANGES = 0.01;
    /** With this many times as many coded answers the choice of the penalty may be out of date. */
    private static final int OUTGROWN_FACTOR = 2;
    /** Below this many coded answers the choice of the penalty is not reliable. */
    private static final int MIN_CODED = 25;
    /** Number of updates after which rounding errors may have accumulated. */
    private static final int MAX_STEPS = 1_000;

    private final FittedRidges fit;
    private final ToDoubleFunction<AnswerId> weight;
    private final LiveAnswers answers;
    /** Decisions waiting to be learned by the background solver, when the ridges are solved by iteration. */
    private final Queue<Change> waiting = new ArrayDeque<>();
    /**
     * Guards ridges that are solved by iteration; all other state is guarded by this object. A thread that holds this lock
     * may synchronise on this object, never the other way round.
     */
    private final Lock solving = new ReentrantLock(true);

    /** Number of coded answers when the model was made. */
    private final int codedAtStart;

    private volatile @Nullable LiveCalibration calibration;
    private int changesSinceCalibration;
    private int steps;

    /** @param weight weight of an answer in training; 1 is a full one */
    LiveModel(
            FittedRidges fit,
            Map<AnswerId, AnalysedAnswer> texts,
            Map<AnswerId, TrainingRow> examples,
            ToDoubleFunction<AnswerId> weight) {
        this.fit = fit;
        this.weight = weight;
        this.answers = new LiveAnswers(fit, texts, examples);
        codedAtStart = answers.coded().size();
        calibrate();
    }

    /** A change of an answer's coding; null where it was not or is no longer coded. */
    private record Change(
            @Nullable TrainingRow before, @Nullable TrainingRow now) {}

    /** Whether the answer is one of the question's. */
    public boolean has(AnswerId id) {
        return answers.has(id);
    }

    /**
     * Learns the coding of an answer, its change or its removal. Takes milliseconds; where very many answers are coded, the
     * change waits for {@link #catchUp}.
     *
     * @param considered whether each code applies; empty if the answer is not to be learned from
     */
    public synchronized void code(AnswerId id, Map<CodeId, Boolean> considered) {
        int index = answers.index(id);
        TrainingRow before = answers.coded().get(index);
        TrainingRow given =
                TrainingRow.of(answers.scores().features(index), fit.codebook, considered, weight.applyAsDouble(id));
        TrainingRow now = IntStream.range(0, fit.codes()).anyMatch(given::considers) ? given : null;
        if (before == null ? now == null : now != null && now.sameAs(before)) {
            return;
        }
        answers.code(index, now);
        changesSinceCalibration++;
        steps++;
        Change change = new Change(before, now);
        if (fit.ridges.stepAtOnce()) {
            learn(change);
        } else {
            waiting.add(change);
        }
    }

    private void learn(Change change) {
        TrainingRow before = change.before();
        TrainingRow now = change.now();
        if (before != null && now != null && now.considersWhat(before)) {
            update(fit.ridges.replace(before, now));
            return;
        }
        if (before != null) {
            update(fit.ridges.remove(before));
        }
        if (now != null) {
            update(fit.ridges.add(now, fit.codes()));
        }
    }

    /** Updates the scores of every answer. */
    private void update(List<RidgeStep> updates) {
        LiveScores scores = answers.scores();
        List<double[]> along = updates.stream().map(scores::along).toList();
        synchronized (this) {
            for (int step = 0; step < along.size(); step++) {
                scores.move(updates.get(step), along.get(step));
            }
        }
    }

    /**
     * Learns all waiting decisions, then calibrates if that could change the suggestions. Meanwhile an explanation waits for
     * at most one decision to be learned; other calls do not wait for the solver.
     */
    public void catchUp() {
        boolean more = true;
        while (more) {
            more = learnNext();
        }
        if (needsCalibration()) {
            calibrate();
        }
    }

    /** Returns whether a decision was waiting. */
    private boolean learnNext() {
        solving.lock();
        try {
            Change change = nextWaiting();
            if (change != null) {
                learn(change);
            }
            return change != null;
        } finally {
            solving.unlock();
        }
    }

    private synchronized @Nullable Change nextWaiting() {
        return waiting.poll();
    }

    /** Among thousands of answers a few decisions do not change the calibration, which takes seconds. */
    private synchronized boolean needsCalibration() {
        return fit.ridges.stepAtOnce()
                || changesSinceCalibration >= answers.coded().size() * FEW_CHANGES;
    }

    /** Whether a model made anew of the same answers would be faster, better or more exact. */
    public synchronized boolean hasOutgrown() {
        return steps > MAX_STEPS
                || fit.ridges.haveOutgrown()
                || answers.coded().size() >= OUTGROWN_FACTOR * Math.max(MIN_CODED, codedAtStart);
    }

    /** Number of decisions that have not been learned yet. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Number of coded answers. */
    public synchronized int examples() {
        return answers.coded().size();
    }

    /** The coded answers. */
    public synchronized Set<AnswerId> learned() {
        return answers.codedIds();
    }

    /** Learns the logistic and the decision rule again; other calls do not wait for it. */
    public void calibrate() {
        List<List<ScoredPair>> pairs;
        List<ScoredPair> unconsidered;
        Map<Integer, TrainingRow> learned;
        int[] bearing;
        synchronized (this) {
            changesSinceCalibration = 0;
            learned = Map.copyOf(answers.coded());
            bearing = fit.bearing(learned.values());
            pairs = answers.pairs(bearing);
            unconsidered = answers.unconsideredPairs(bearing);
        }
        LiveCalibration now = pairs.isEmpty()
                ? null
                : new LiveCalibration(
                        Calibration.of(pairs, unconsidered, fit.codebook), bearing, learned, answers.definitions());
        synchronized (this) {
            calibration = now;
        }
    }

    /** Whether enough has been learned to suggest anything. */
    public boolean suggests() {
        return calibration != null;
    }

    /** The suggestion of every code for an answer, most likely first; empty while nothing has been learned. */
    public synchronized List<Suggestion> suggest(AnswerId id) {
        LiveCalibration by = calibration;
        return by == null
                ? List.of()
                : by.calibration.decisionRule.suggestions(id, fit.codebook, answers.logits(answers.index(id), by));
    }

    /** The probability from which each code is given; empty while nothing has been learned. */
    public synchronized Map<CodeId, Double> givenFrom() {
        return calibration == null ? Map.of() : calibration.calibration.givenFrom(fit.codebook);
    }

    /** What it suggests for all answers; decisions are learned in between, so that nobody waits for all answers. */
    public LiveOverview overview() {
        LiveCalibration by = calibration;
        return by == null ? LiveOverview.EMPTY : LiveOverview.of(this, fit, answers, by);
    }

    /**
     * A model whose suggestions for one answer are this model's, and which can explain them. Where ridges are solved by
     * iteration and the answer is coded, they are nearly this model's. Empty while nothing has been learned.
     */
    public Optional<Model> explaining(AnswerId id) {
        int index = answers.index(id);
        Optional<Supplier<Model>> leftOut;
        if (fit.ridges.stepAtOnce()) {
            synchronized (this) {
                leftOut = without(index);
            }
        } else {
            solving.lock();
            try {
                leftOut = without(index);
            } finally {
                solving.unlock();
            }
        }
        // The weights take longest, and no decision waits for them.
        return leftOut.map(Supplier::get);
    }

    /** Solves for all coded answers but one; the weights are computed when the model is asked for. */
    private Optional<Supplier<Model>> without(int index) {
        LiveCalibration by;
        TrainingRow row;
        List<TrainingRow> examples;
        synchronized (this) {
            by = calibration;
            row = answers.coded().get(index);
            examples = List.copyOf(answers.coded().values());
        }
        if (by == null) {
            return Optional.empty();
        }
        double[][][] alphas = fit.ridges.alphas(row, fit.rows(examples), fit.codes());
        return Optional.of(() -> fit.model(examples, alphas, by.calibration, by.others(index)));
    }

    /** The codes it suggests. */
    public List<Code> codes() {
        return fit.codebook.codes();
    }

    LiveScores scores() {
        return answers.scores();
    }
}

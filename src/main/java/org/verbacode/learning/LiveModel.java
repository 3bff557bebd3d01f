package org.verbacode.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.decision.Calibration;
import org.verbacode.learning.decision.DecisionRule;
import org.verbacode.learning.decision.ScoredPair;
import org.verbacode.learning.decision.Thresholds.Judged;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.TrainingRow;
import org.verbacode.learning.fitting.FittedRidges;
import org.verbacode.learning.live.LiveCalibration;
import org.verbacode.learning.live.LiveScores;
import org.verbacode.learning.ridge.RidgeGroup;
import org.verbacode.quality.CodeQuality;
import org.verbacode.study.AnswerId;

/**
 * A model that learns while people code: each decision changes what it says of every answer of the study at once. Of an
 * answer that is coded it says what it would say had it not learned from it. For any number of threads.
 */
public final class LiveModel {
    /** As a share of the coded answers. */
    private static final double FEW_CHANGES = 0.01;
    /** Twice as many coded answers may ask for another caution. */
    private static final int MUCH_MORE = 2;
    /** Fewer do not tell. */
    private static final int FEW = 25;
    /** After so many steps rounding has added up. */
    private static final int MOST_STEPS = 1_000;

    private final FittedRidges fit;
    private final ToDoubleFunction<AnswerId> weight;
    private final List<AnswerId> ids = new ArrayList<>();
    private final Map<AnswerId, Integer> places = new HashMap<>();
    /** By answer, codebook score and code; they do not change as people code. */
    private final double[][][] definitions;
    /** What the ridges say of each answer. */
    private final LiveScores scores;
    /** The coded answers by their places. */
    private final Map<Integer, TrainingRow> coded = new LinkedHashMap<>();

    /** What has been decided and not learned yet, while the ridges cannot learn at once. */
    private final Queue<Change> waiting = new ArrayDeque<>();
    /**
     * Held in turn by whoever asks or changes ridges that do not learn at once; others are guarded by this object. This object
     * may be taken after it, never before.
     */
    private final Lock learning = new ReentrantLock(true);

    /** How many were coded when it was made. */
    private final int begun;

    private @Nullable LiveCalibration spoken;
    private int changesSince;
    private int steps;

    /** @param weight how much an answer counts when it is learned, a whole one 1 */
    LiveModel(
            FittedRidges fit,
            Map<AnswerId, AnalysedAnswer> answers,
            Map<AnswerId, TrainingRow> examples,
            ToDoubleFunction<AnswerId> weight) {
        this.fit = fit;
        this.weight = weight;
        answers.keySet().forEach(id -> {
            places.put(id, ids.size());
            ids.add(id);
        });
        examples.forEach((id, row) -> coded.put(place(id), row));
        begun = coded.size();
        List<AnalysedAnswer> read = List.copyOf(answers.values());
        Features[] features = IntStream.range(0, read.size())
                .parallel()
                .mapToObj(i -> {
                    TrainingRow row = coded.get(i);
                    return row == null ? fit.space.answer(read.get(i)) : row.features;
                })
                .toArray(Features[]::new);
        definitions =
                Arrays.stream(features).parallel().map(fit.codebookScores::of).toArray(double[][][]::new);
        scores = new LiveScores(fit, List.of(features));
        scores.learn(fit.rows(List.copyOf(coded.values())));
        calibrate();
    }

    /** An answer that is coded otherwise than before; null where it was not or is not coded. */
    private record Change(
            @Nullable TrainingRow before, @Nullable TrainingRow now) {}

    private int place(AnswerId id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("not an answer of this question: " + id);
        }
        return place;
    }

    /** Whether it knows the answer. */
    public boolean has(AnswerId id) {
        return places.containsKey(id);
    }

    /**
     * Learns how an answer is coded, or coded otherwise than before, or not any more: in milliseconds, or, where very
     * many are coded, when it is asked to {@link #catchUp}.
     *
     * @param considered whether each code applies; empty if the answer is not to be learned from
     */
    public synchronized void code(AnswerId id, Map<CodeId, Boolean> considered) {
        int place = place(id);
        TrainingRow before = coded.get(place);
        TrainingRow given = TrainingRow.of(scores.features(place), fit.codebook, considered, weight.applyAsDouble(id));
        TrainingRow now = IntStream.range(0, fit.codes()).anyMatch(given::considers) ? given : null;
        if (before == null ? now == null : now != null && now.sameAs(before)) {
            return;
        }
        if (now == null) {
            coded.remove(place);
        } else {
            coded.put(place, now);
        }
        changesSince++;
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
            move(fit.ridges.replace(before, now));
            return;
        }
        if (before != null) {
            move(fit.ridges.remove(before));
        }
        if (now != null) {
            move(fit.ridges.add(now, fit.codes()));
        }
    }

    /** Moves what the ridges say of every answer. */
    private void move(List<RidgeGroup.Step> steps) {
        List<double[]> along = steps.stream().map(scores::along).toList();
        synchronized (this) {
            for (int step = 0; step < along.size(); step++) {
                scores.move(steps.get(step), along.get(step));
            }
        }
    }

    /**
     * Learns whatever waits, then weights and thresholds if that could change them. Whoever asks meanwhile which words weigh
     * waits for one decision to be learned, others for nothing that takes long.
     */
    public void catchUp() {
        boolean more = true;
        while (more) {
            more = learnNext();
        }
        if (mayHaveShifted()) {
            calibrate();
        }
    }

    /** Whether there was anything to learn. */
    private boolean learnNext() {
        learning.lock();
        try {
            Change change = next();
            if (change != null) {
                learn(change);
            }
            return change != null;
        } finally {
            learning.unlock();
        }
    }

    private synchronized @Nullable Change next() {
        return waiting.poll();
    }

    /** Among thousands of answers a few decisions do not move weights and thresholds, which take seconds to learn. */
    private synchronized boolean mayHaveShifted() {
        return fit.ridges.stepAtOnce() || changesSince >= coded.size() * FEW_CHANGES;
    }

    /** Whether another one, made anew of the same answers, would learn faster, better or more exactly. */
    public synchronized boolean hasOutgrown() {
        return steps > MOST_STEPS || fit.ridges.haveOutgrown() || coded.size() >= MUCH_MORE * Math.max(FEW, begun);
    }

    /** How many decisions have not been learned yet. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** How many answers it has learned from. */
    public synchronized int examples() {
        return coded.size();
    }

    /** The answers it has learned from. */
    public synchronized Set<AnswerId> learned() {
        return coded.keySet().stream().map(ids::get).collect(Collectors.toUnmodifiableSet());
    }

    /** What weights and thresholds are learned from: a snapshot. */
    private List<List<ScoredPair>> pairs(int[] bearing) {
        return coded.entrySet().stream()
                .map(one -> fit.pairs(one.getValue(), definitions[one.getKey()], bearing))
                .filter(pairs -> !pairs.isEmpty())
                .toList();
    }

    /** Pairs that nobody has considered, of codes that were rarely considered. */
    private List<ScoredPair> strangers(int[] bearing) {
        boolean[] rarely = fit.rarelyConsidered(coded.values());
        List<ScoredPair> strangers = new ArrayList<>();
        coded.forEach((place, row) -> {
            int[] unconsidered = IntStream.range(0, rarely.length)
                    .filter(code -> rarely[code] && !row.considers(code))
                    .toArray();
            if (unconsidered.length > 0) {
                double[][] said = IntStream.range(0, Kernels.COUNT)
                        .mapToObj(kernel -> scores.of(kernel, place))
                        .toArray(double[][]::new);
                for (int code : unconsidered) {
                    strangers.add(FittedRidges.stranger(code, said, definitions[place], bearing));
                }
            }
        });
        return strangers;
    }

    /** Learns weights and thresholds anew; what takes long does not hold up anybody else. */
    public void calibrate() {
        List<List<ScoredPair>> pairs;
        List<ScoredPair> strangers;
        Map<Integer, TrainingRow> learned;
        int[] bearing;
        synchronized (this) {
            changesSince = 0;
            learned = Map.copyOf(coded);
            bearing = fit.bearing(learned.values());
            pairs = pairs(bearing);
            strangers = strangers(bearing);
        }
        LiveCalibration now = pairs.isEmpty()
                ? null
                : new LiveCalibration(Calibration.of(pairs, strangers, fit.codebook), bearing, learned, definitions);
        synchronized (this) {
            spoken = now;
        }
    }

    /** Whether it has learned enough to suggest anything. */
    public synchronized boolean suggests() {
        return spoken != null;
    }

    /** What it says of every code for an answer, most likely first; nothing while it has not learned anything. */
    public synchronized List<Suggestion> suggest(AnswerId id) {
        LiveCalibration now = spoken;
        if (now == null) {
            return List.of();
        }
        return now.calibration.cuts.suggestions(id, fit.codebook, logits(place(id), now));
    }

    /** The probability from which it gives each code; nothing while it has not learned anything. */
    public synchronized Map<CodeId, Double> givenFrom() {
        return spoken == null ? Map.of() : spoken.calibration.givenFrom(fit.codebook);
    }

    /** The codes it gives each answer, in the order of the answers it was made with and of the codebook. */
    public synchronized Map<AnswerId, List<CodeId>> proposed() {
        Map<AnswerId, List<CodeId>> proposed = new LinkedHashMap<>();
        LiveCalibration now = spoken;
        if (now != null) {
            List<List<CodeId>> codes = IntStream.range(0, ids.size())
                    .parallel()
                    .mapToObj(i -> proposed(logits(i, now), now.calibration.cuts))
                    .toList();
            for (int i = 0; i < codes.size(); i++) {
                proposed.put(ids.get(i), codes.get(i));
            }
        }
        return proposed;
    }

    private List<CodeId> proposed(double[] logits, DecisionRule by) {
        boolean[] gives = by.gives(logits);
        List<CodeId> codes = new ArrayList<>();
        for (int code = 0; code < logits.length; code++) {
            if (gives[code]) {
                codes.add(fit.codebook.codes().get(code).id());
            }
        }
        return codes;
    }

    /** By code. */
    private double[] logits(int place, LiveCalibration now) {
        TrainingRow row = coded.get(place);
        double[][] leftOut = row == null
                ? new double[0][]
                : fit.ridges.leftOut(row, fit.codes()).orElse(new double[0][]);
        TrainingRow bore = now.coded[place];
        double[] logits = now.unmoved[place].clone();
        for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
            double[] said = scores.of(kernel, place);
            for (int code = 0; code < logits.length; code++) {
                boolean left = row != null && leftOut.length > 0 && row.considers(code);
                logits[code] += now.of(bore, code).slope(code, kernel) * (left ? leftOut[kernel][code] : said[code]);
            }
        }
        return logits;
    }

    /** How good it is for each code on the coded answers, each left out, in the order of the codebook. */
    public synchronized List<ModelCard.CodeLine> codeLines() {
        LiveCalibration now = spoken;
        if (now == null) {
            return List.of();
        }
        List<List<Judged>> judged = new ArrayList<>();
        coded.forEach((place, row) -> {
            double[] logits = logits(place, now);
            judged.add(IntStream.range(0, logits.length)
                    .filter(row::considers)
                    .mapToObj(code -> new Judged(code, logits[code], row.bears(code)))
                    .toList());
        });
        List<CodeQuality> qualities = now.calibration.qualities(judged, fit.codebook);
        return IntStream.range(0, qualities.size())
                .mapToObj(code -> ModelCard.CodeLine.of(
                        fit.codebook.codes().get(code), qualities.get(code), now.calibration.cuts.thresholds[code]))
                .toList();
    }

    /**
     * A model that says of one answer what this says of it, and can tell by which words; where ridges are solved by iteration,
     * nearly what this says if the answer is coded. Empty as long as this suggests nothing.
     */
    public Optional<Model> explaining(AnswerId id) {
        return taughtWithout(place(id)).map(by -> fit.model(by.examples, by.alphas, by.spoken.calibration, by.bearing));
    }

    /** What the others teach of one answer. */
    private static final class Teaching {
        final List<TrainingRow> examples;
        /** By kernel, code and text. */
        final double[][][] alphas;

        final LiveCalibration spoken;
        /** By code: how many of the others bear it. */
        final int[] bearing;

        Teaching(List<TrainingRow> examples, double[][][] alphas, LiveCalibration spoken, int[] bearing) {
            this.examples = examples;
            this.alphas = alphas;
            this.spoken = spoken;
            this.bearing = bearing;
        }
    }

    private Optional<Teaching> taughtWithout(int place) {
        if (fit.ridges.stepAtOnce()) {
            synchronized (this) {
                return teaching(place);
            }
        }
        learning.lock();
        try {
            return teaching(place);
        } finally {
            learning.unlock();
        }
    }

    private Optional<Teaching> teaching(int place) {
        LiveCalibration now;
        TrainingRow row;
        List<TrainingRow> examples;
        synchronized (this) {
            now = spoken;
            row = coded.get(place);
            examples = List.copyOf(coded.values());
        }
        return now == null
                ? Optional.empty()
                : Optional.of(new Teaching(
                        examples, fit.ridges.alphas(row, fit.rows(examples), fit.codes()), now, now.others(place)));
    }

    /** The codes it knows. */
    public List<Code> codes() {
        return fit.codebook.codes();
    }

    LiveScores scores() {
        return scores;
    }
}

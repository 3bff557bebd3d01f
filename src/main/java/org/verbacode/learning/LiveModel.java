package org.verbacode.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.Thresholds.Judged;
import org.verbacode.study.AnswerId;

/**
 * A model that learns while people code: each decision changes what it says of every answer of the study at once. Of an
 * answer that is coded it says what it would say had it not learned from it. For any number of threads.
 */
public final class LiveModel {
    /** As a share of the coded answers. */
    private static final double FEW_CHANGES = 0.01;

    private final Fit fit;
    private final ToDoubleFunction<AnswerId> weight;
    private final List<AnswerId> ids = new ArrayList<>();
    private final Map<AnswerId, Integer> places = new HashMap<>();
    /** The answers, then the clauses of each. */
    private final Features[] texts;

    private final FeatureTable table;
    /** By answer: where its clauses begin among the texts; then where the last one's end. */
    private final int[] firstClause;
    /** By answer, codebook score and code; they do not change as people code. */
    private final double[][][] definitions;
    /** By kernel, text and code: what the ridges say of it. */
    private final double[][][] scores;
    /** The coded answers by their places. */
    private final Map<Integer, TrainingRow> coded = new LinkedHashMap<>();

    /** What has been decided and not learned yet, while the ridges cannot learn at once. */
    private final Queue<Change> waiting = new ArrayDeque<>();
    /** Held by whoever asks or changes ridges that do not learn at once; others are guarded by this object. */
    private final Object learning = new Object();

    private @Nullable Spoken spoken;
    private int changesSince;

    /** @param weight how much an answer counts when it is learned, a whole one 1 */
    LiveModel(
            Fit fit,
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
        firstClause = new int[features.length + 1];
        List<Features> all = new ArrayList<>(List.of(features));
        for (int i = 0; i < ids.size(); i++) {
            firstClause[i] = all.size();
            all.addAll(features[i].clauses);
        }
        firstClause[features.length] = all.size();
        texts = all.toArray(Features[]::new);
        table = new FeatureTable(all, fit.space.meaningSize());
        scores = new double[Kernels.COUNT][texts.length][fit.codes()];
        scoreAll();
        calibrate();
    }

    /** An answer that is coded otherwise than before; null where it was not or is not coded. */
    private record Change(
            @Nullable TrainingRow before, @Nullable TrainingRow now) {}

    /** Weights and thresholds, and what of each logit does not change until they do. */
    private static final class Spoken {
        final Calibration calibration;
        /** By code: how many answers bore it. */
        final int[] bearing;
        /** By answer; null where it was not coded. */
        final @Nullable TrainingRow[] coded;

        final Logits logits;
        /** For answers that bear the codes, which are an example less. */
        final Logits ofBearers;
        /** By answer and code. */
        final double[][] unmoved;

        Spoken(Calibration calibration, int[] bearing, Map<Integer, TrainingRow> coded, double[][][] definitions) {
            this.calibration = calibration;
            this.bearing = bearing;
            this.coded = new TrainingRow[definitions.length];
            coded.forEach((place, row) -> this.coded[place] = row);
            logits = new Logits(calibration.logistic, bearing);
            ofBearers = new Logits(
                    calibration.logistic,
                    Arrays.stream(bearing)
                            .map(examples -> Math.max(0, examples - 1))
                            .toArray());
            unmoved = new double[definitions.length][bearing.length];
            IntStream.range(0, unmoved.length).parallel().forEach(i -> {
                TrainingRow row = this.coded[i];
                for (int code = 0; code < unmoved[i].length; code++) {
                    unmoved[i][code] = of(row, code).unmoved(code, definitions[i]);
                }
            });
        }

        Logits of(@Nullable TrainingRow row, int code) {
            return row != null && row.bears(code) ? ofBearers : logits;
        }

        /** By code: how many other answers bore it than this. */
        int[] others(int place) {
            TrainingRow row = coded[place];
            return IntStream.range(0, bearing.length)
                    .map(code -> bearing[code] - (row != null && row.bears(code) ? 1 : 0))
                    .toArray();
        }
    }

    private void scoreAll() {
        List<TrainingRow> rows = fit.rows(List.copyOf(coded.values()));
        double[][][] alphas = fit.ridges.alphas(rows, fit.codes());
        IntStream.range(0, Kernels.COUNT * fit.codes()).parallel().forEach(job -> {
            int kernel = job / fit.codes();
            int code = job % fit.codes();
            double[] ofCode = new Direction(fit.space, kernel, rows, alphas[kernel][code]).scores(table);
            for (int i = 0; i < ofCode.length; i++) {
                scores[kernel][i][code] = ofCode[i];
            }
        });
    }

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
        TrainingRow given = TrainingRow.of(texts[place], fit.codebook, considered, weight.applyAsDouble(id));
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
        List<double[]> along = steps.stream().map(this::along).toList();
        synchronized (this) {
            for (int step = 0; step < along.size(); step++) {
                move(steps.get(step), along.get(step));
            }
        }
    }

    private double[] along(RidgeGroup.Step step) {
        return step.along.scores(table);
    }

    private void move(RidgeGroup.Step step, double[] along) {
        double[][] ofKernel = scores[step.kernel];
        for (int i = 0; i < along.length; i++) {
            for (int code = 0; code < step.codes.length; code++) {
                ofKernel[i][step.codes[code]] += step.lengths[code] * along[i];
            }
        }
    }

    /** Learns whatever waits, then weights and thresholds if that could change them; what takes long holds up nobody. */
    public void catchUp() {
        synchronized (learning) {
            for (Change change = next(); change != null; change = next()) {
                learn(change);
            }
        }
        if (mayHaveShifted()) {
            calibrate();
        }
    }

    private synchronized @Nullable Change next() {
        return waiting.poll();
    }

    /** Among thousands of answers a few decisions do not move weights and thresholds, which take seconds to learn. */
    private synchronized boolean mayHaveShifted() {
        return fit.ridges.stepAtOnce() || changesSince >= coded.size() * FEW_CHANGES;
    }

    /** Whether another one, made anew of the same answers, would learn faster. */
    public synchronized boolean hasOutgrown() {
        return fit.ridges.haveOutgrown();
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
    private List<ScoredPair> pairs(int[] bearing) {
        List<ScoredPair> pairs = new ArrayList<>();
        coded.forEach((place, row) -> pairs.addAll(fit.pairs(row, definitions[place], bearing)));
        return pairs;
    }

    /** Learns weights and thresholds anew; what takes long does not hold up anybody else. */
    public void calibrate() {
        List<ScoredPair> pairs;
        Map<Integer, TrainingRow> learned;
        int[] bearing;
        synchronized (this) {
            changesSince = 0;
            learned = Map.copyOf(coded);
            bearing = fit.bearing(learned.values());
            pairs = pairs(bearing);
        }
        if (!pairs.isEmpty()) {
            Spoken now = new Spoken(Calibration.of(pairs, fit.codebook), bearing, learned, definitions);
            synchronized (this) {
                spoken = now;
            }
        }
    }

    /** Whether it has learned enough to suggest anything. */
    public synchronized boolean suggests() {
        return spoken != null;
    }

    /** What it says of every code for an answer, most likely first; nothing while it has not learned anything. */
    public synchronized List<Suggestion> suggest(AnswerId id) {
        Spoken now = spoken;
        if (now == null) {
            return List.of();
        }
        Calibration by = now.calibration;
        double[] logits = logits(place(id), now);
        List<Suggestion> suggestions = new ArrayList<>();
        for (int code = 0; code < logits.length; code++) {
            suggestions.add(new Suggestion(
                    id,
                    fit.codebook.codes().get(code).id(),
                    PooledLogistic.probability(logits[code] + by.offsets[code]),
                    logits[code] >= by.thresholds[code]));
        }
        suggestions.sort(Comparator.comparingDouble(Suggestion::probability).reversed());
        return suggestions;
    }

    /** The probability from which it gives each code; nothing while it has not learned anything. */
    public synchronized Map<CodeId, Double> givenFrom() {
        return spoken == null ? Map.of() : spoken.calibration.givenFrom(fit.codebook);
    }

    /** The codes it gives each answer, in the order of the answers it was made with and of the codebook. */
    public synchronized Map<AnswerId, List<CodeId>> proposed() {
        Map<AnswerId, List<CodeId>> proposed = new LinkedHashMap<>();
        Spoken now = spoken;
        if (now != null) {
            List<List<CodeId>> codes = IntStream.range(0, ids.size())
                    .parallel()
                    .mapToObj(i -> proposed(logits(i, now), now.calibration))
                    .toList();
            for (int i = 0; i < codes.size(); i++) {
                proposed.put(ids.get(i), codes.get(i));
            }
        }
        return proposed;
    }

    private List<CodeId> proposed(double[] logits, Calibration by) {
        List<CodeId> codes = new ArrayList<>();
        for (int code = 0; code < logits.length; code++) {
            if (logits[code] >= by.thresholds[code]) {
                codes.add(fit.codebook.codes().get(code).id());
            }
        }
        return codes;
    }

    /** By code. */
    private double[] logits(int place, Spoken now) {
        TrainingRow row = coded.get(place);
        double[][] leftOut = row == null
                ? new double[0][]
                : fit.ridges.leftOut(row, fit.codes()).orElse(new double[0][]);
        TrainingRow bore = now.coded[place];
        double[] logits = now.unmoved[place].clone();
        for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
            double[] said = said(scores[kernel], place);
            for (int code = 0; code < logits.length; code++) {
                boolean left = row != null && leftOut.length > 0 && row.considers(code);
                logits[code] += now.of(bore, code).slope(code, kernel) * (left ? leftOut[kernel][code] : said[code]);
            }
        }
        return logits;
    }

    /** What one kernel says of an answer, by code. */
    private double[] said(double[][] byText, int place) {
        int first = firstClause[place];
        int last = firstClause[place + 1];
        if (first == last) {
            return byText[place];
        }
        double[] said = byText[first].clone();
        for (int clause = first + 1; clause < last; clause++) {
            for (int code = 0; code < said.length; code++) {
                said[code] = Math.max(said[code], byText[clause][code]);
            }
        }
        for (int code = 0; code < said.length; code++) {
            said[code] = Clauses.joint(byText[place][code], said[code]);
        }
        return said;
    }

    /** How good it is for each code on the coded answers, each left out, in the order of the codebook. */
    public synchronized List<ModelCard.CodeLine> codeLines() {
        Spoken now = spoken;
        if (now == null) {
            return List.of();
        }
        List<Judged> judged = new ArrayList<>();
        coded.forEach((place, row) -> {
            double[] logits = logits(place, now);
            for (int code = 0; code < logits.length; code++) {
                if (row.considers(code)) {
                    judged.add(new Judged(code, logits[code], row.target(code) > 0));
                }
            }
        });
        List<CodeQuality> qualities = now.calibration.qualities(judged.toArray(Judged[]::new), fit.codebook);
        return IntStream.range(0, qualities.size())
                .mapToObj(code -> ModelCard.CodeLine.of(
                        fit.codebook.codes().get(code), qualities.get(code), now.calibration.thresholds[code]))
                .toList();
    }

    /**
     * A model that says of one answer what this says of it, and can tell by which words.
     *
     * @throws IllegalStateException while nothing has been learned
     */
    public Model explaining(AnswerId id) {
        List<TrainingRow> examples;
        Spoken by;
        int[] bearing;
        double[][][] alphas;
        synchronized (fit.ridges.stepAtOnce() ? this : learning) {
            TrainingRow row;
            synchronized (this) {
                if (spoken == null) {
                    throw new IllegalStateException("nothing has been learned");
                }
                by = spoken;
                bearing = spoken.others(place(id));
                examples = List.copyOf(coded.values());
                row = coded.get(place(id));
            }
            alphas = fit.ridges.alphas(row, fit.rows(examples), fit.codes());
        }
        return fit.model(examples, alphas, by.calibration, bearing);
    }

    /** The codes it knows. */
    public List<Code> codes() {
        return fit.codebook.codes();
    }

    /** What the ridges say, by kernel, text and code: the answers, then their clauses. */
    double[][][] scores() {
        return scores;
    }
}

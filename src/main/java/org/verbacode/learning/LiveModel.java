package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.study.AnswerId;

/**
 * A model that learns while people code: each decision changes what it says of every answer of the study at once. Of an
 * answer that is coded it says what it would say had it not learned from it. For any number of threads.
 */
public final class LiveModel {
    private final Fit fit;
    private final List<AnswerId> ids = new ArrayList<>();
    private final Map<AnswerId, Integer> places = new HashMap<>();
    private final Features[] features;
    /** By answer, codebook score and code; they do not change as people code. */
    private final double[][][] definitions;
    /** By kernel, code and answer: what the ridges say of it. */
    private final double[][][] scores;
    /** The coded answers by their places. */
    private final Map<Integer, TrainingRow> coded = new LinkedHashMap<>();

    private @Nullable Calibration calibration;

    LiveModel(Fit fit, Map<AnswerId, AnalysedAnswer> answers, Map<AnswerId, TrainingRow> examples) {
        this.fit = fit;
        answers.keySet().forEach(id -> {
            places.put(id, ids.size());
            ids.add(id);
        });
        List<AnalysedAnswer> texts = List.copyOf(answers.values());
        features = new Features[texts.size()];
        definitions = new double[texts.size()][][];
        examples.forEach((id, row) -> {
            int place = place(id);
            coded.put(place, row);
            features[place] = row.features;
        });
        IntStream.range(0, features.length).parallel().forEach(i -> {
            if (features[i] == null) {
                features[i] = fit.space.features(texts.get(i));
            }
            definitions[i] = fit.codebookScores.of(features[i]);
        });
        scores = new double[Kernels.COUNT][fit.codes()][features.length];
        scoreAll();
        List<ScoredPair> pairs = pairs();
        calibration = pairs.isEmpty() ? null : Calibration.of(pairs, fit.codebook);
    }

    private void scoreAll() {
        List<TrainingRow> rows = fit.rows(List.copyOf(coded.values()));
        double[][][] alphas = fit.ridges.alphas(rows, fit.codes());
        IntStream.range(0, Kernels.COUNT * fit.codes()).parallel().forEach(job -> {
            int kernel = job / fit.codes();
            int code = job % fit.codes();
            Direction direction = new Direction(fit.space, kernel, rows, alphas[kernel][code]);
            double[] ofCode = scores[kernel][code];
            for (int i = 0; i < ofCode.length; i++) {
                ofCode[i] = direction.score(features[i]);
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
     * Learns how an answer is coded, or coded otherwise than before, or not any more.
     *
     * @param considered whether each code applies; empty if the answer is not to be learned from
     */
    public synchronized void code(AnswerId id, Map<CodeId, Boolean> considered) {
        int place = place(id);
        TrainingRow before = coded.get(place);
        TrainingRow now = TrainingRow.of(features[place], fit.codebook, considered);
        boolean teaches = IntStream.range(0, fit.codes()).anyMatch(now::considers);
        if (before != null && teaches && now.considersWhat(before)) {
            if (!now.sameAs(before)) {
                fit.ridges.replace(before, now, this::moved);
                coded.put(place, now);
            }
            return;
        }
        if (before != null) {
            fit.ridges.remove(before, this::moved);
            coded.remove(place);
        }
        if (teaches) {
            fit.ridges.add(now, this::moved);
            coded.put(place, now);
        }
    }

    /** Moves what the ridges say of every answer. */
    private void moved(int kernel, int[] codes, Direction direction, double[] lengths) {
        double[] along = new double[features.length];
        for (int i = 0; i < along.length; i++) {
            along[i] = direction.score(features[i]);
        }
        for (int code = 0; code < codes.length; code++) {
            double length = lengths[code];
            if (length != 0) {
                double[] ofCode = scores[kernel][codes[code]];
                for (int i = 0; i < along.length; i++) {
                    ofCode[i] += length * along[i];
                }
            }
        }
    }

    /** How many answers it has learned from. */
    public synchronized int examples() {
        return coded.size();
    }

    /** The answers it has learned from. */
    public synchronized Set<AnswerId> learned() {
        return coded.keySet().stream().map(ids::get).collect(Collectors.toUnmodifiableSet());
    }

    /** How big it is: numbers in the inverses of one kernel. */
    public synchronized long numbers() {
        return fit.ridges.numbers();
    }

    /** What weights and thresholds are learned from: a snapshot. */
    private List<ScoredPair> pairs() {
        List<ScoredPair> pairs = new ArrayList<>();
        coded.forEach((place, row) -> pairs.addAll(fit.pairs(row, definitions[place])));
        return pairs;
    }

    /** Learns weights and thresholds anew; what takes long does not hold up anybody else. */
    public void calibrate() {
        List<ScoredPair> pairs;
        synchronized (this) {
            pairs = pairs();
        }
        if (!pairs.isEmpty()) {
            Calibration learned = Calibration.of(pairs, fit.codebook);
            synchronized (this) {
                calibration = learned;
            }
        }
    }

    /** Whether it has learned enough to suggest anything. */
    public synchronized boolean suggests() {
        return calibration != null;
    }

    /** What it says of every code for an answer, most likely first; nothing while it has not learned anything. */
    public synchronized List<Suggestion> suggest(AnswerId id) {
        Calibration by = calibration;
        if (by == null) {
            return List.of();
        }
        double[] logits = logits(place(id), by);
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
        Calibration by = calibration;
        return by == null ? Map.of() : by.givenFrom(fit.codebook);
    }

    /** The codes it gives each answer, in the order of the answers it was made with and of the codebook. */
    public synchronized Map<AnswerId, List<CodeId>> proposed() {
        Map<AnswerId, List<CodeId>> proposed = new LinkedHashMap<>();
        Calibration by = calibration;
        for (int i = 0; by != null && i < features.length; i++) {
            double[] logits = logits(i, by);
            List<CodeId> codes = new ArrayList<>();
            for (int code = 0; code < logits.length; code++) {
                if (logits[code] >= by.thresholds[code]) {
                    codes.add(fit.codebook.codes().get(code).id());
                }
            }
            proposed.put(ids.get(i), codes);
        }
        return proposed;
    }

    /** By code. */
    private double[] logits(int place, Calibration by) {
        TrainingRow row = coded.get(place);
        double[][] leftOut = row == null ? new double[0][] : fit.ridges.leftOut(row, fit.codes());
        double[] pair = new double[PooledLogistic.SCORES];
        double[] logits = new double[fit.codes()];
        for (int code = 0; code < logits.length; code++) {
            boolean learned = row != null && row.considers(code);
            for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
                pair[kernel] = learned ? leftOut[kernel][code] : scores[kernel][code][place];
            }
            for (int score = 0; score < CodebookScores.COUNT; score++) {
                pair[Kernels.COUNT + score] = definitions[place][score][code];
            }
            logits[code] = by.logistic.logit(pair);
        }
        return logits;
    }

    /** How good it is for each code on the coded answers, each left out, in the order of the codebook. */
    public List<ModelCard.CodeLine> codeLines() {
        Calibration by;
        List<ScoredPair> pairs;
        synchronized (this) {
            by = calibration;
            pairs = pairs();
        }
        List<ModelCard.CodeLine> lines = new ArrayList<>();
        if (by != null) {
            List<CodeQuality> qualities = by.qualities(pairs, fit.codebook);
            for (int code = 0; code < qualities.size(); code++) {
                lines.add(ModelCard.CodeLine.of(
                        fit.codebook.codes().get(code), qualities.get(code), by.thresholds[code]));
            }
        }
        return lines;
    }

    /**
     * A model that says of one answer what this says of it, and can tell by which words.
     *
     * @throws IllegalStateException while nothing has been learned
     */
    public Model explaining(AnswerId id) {
        List<TrainingRow> examples;
        double[][][] alphas;
        Calibration by;
        synchronized (this) {
            by = calibration;
            if (by == null) {
                throw new IllegalStateException("nothing has been learned");
            }
            examples = List.copyOf(coded.values());
            TrainingRow row = coded.get(place(id));
            alphas = row == null
                    ? fit.ridges.alphas(fit.rows(examples), fit.codes())
                    : fit.ridges.alphasWithout(row, fit.rows(examples), fit.codes());
        }
        return fit.model(examples, alphas, by);
    }

    /** The codes it knows. */
    public List<Code> codes() {
        return fit.codebook.codes();
    }

    /** What the ridges say, by kernel, code and answer. */
    double[][][] scores() {
        return scores;
    }
}

package org.verbacode.learning.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.TrainingRow;

/** The three ridges of codes that were considered for the same texts; they share one linear system per kernel. */
public final class RidgeGroup {
    private final FeatureSpace space;
    private final Regularisation regularisation;
    private final int[] codes;
    private final List<TrainingRow> rows;
    /** Index of each text, by its features. */
    private final Map<Features, Integer> places = new HashMap<>();

    private final DualSystem[] ridges;
    /** α by kernel, code of the group and text. */
    private final double[][][] alphas;

    /** By kernel; empty where leave-one-out scores are not available. */
    private final ClauseScores[] clauses;

    /**
     * @param system the linear system of the texts, by kernel
     * @param leavesOut whether leave-one-out scores are computed
     */
    RidgeGroup(
            FeatureSpace space,
            int[] codes,
            List<TrainingRow> rows,
            IntFunction<DualSystem> system,
            boolean leavesOut,
            Regularisation regularisation) {
        this.space = space;
        this.regularisation = regularisation;
        this.codes = codes.clone();
        this.rows = new ArrayList<>(rows);
        renumber(0);
        this.ridges = new DualSystem[Kernels.COUNT];
        this.alphas = new double[Kernels.COUNT][codes.length][];
        IntStream.range(0, Kernels.COUNT).parallel().forEach(kernel -> ridges[kernel] = system.apply(kernel));
        IntStream.range(0, Kernels.COUNT * codes.length).parallel().forEach(job -> {
            int code = job / Kernels.COUNT;
            int kernel = job % Kernels.COUNT;
            alphas[kernel][code] = ridges[kernel].weights(targets(codes[code]));
        });
        clauses = IntStream.range(0, leavesOut ? Kernels.COUNT : 0)
                .mapToObj(kernel -> new ClauseScores(space, kernel, this.rows, ridges[kernel], alphas[kernel]))
                .toArray(ClauseScores[]::new);
    }

    /** A part of another group's codes. */
    private RidgeGroup(RidgeGroup other, int[] codes) {
        this.space = other.space;
        this.regularisation = other.regularisation;
        this.codes = codes;
        this.rows = new ArrayList<>(other.rows);
        renumber(0);
        this.ridges = Arrays.stream(other.ridges).map(DualSystem::copy).toArray(DualSystem[]::new);
        this.alphas = new double[Kernels.COUNT][codes.length][];
        int[] places = Arrays.stream(codes)
                .map(code -> Arrays.binarySearch(other.codes, code))
                .toArray();
        for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
            for (int code = 0; code < codes.length; code++) {
                alphas[kernel][code] = other.alphas[kernel][places[code]].clone();
            }
        }
        clauses = Arrays.stream(other.clauses)
                .map(ofKernel -> new ClauseScores(ofKernel, places))
                .toArray(ClauseScores[]::new);
    }

    RidgeGroup only(Collection<Integer> some) {
        return new RidgeGroup(
                this, some.stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    private void renumber(int from) {
        for (int place = from; place < rows.size(); place++) {
            places.put(rows.get(place).features, place);
        }
    }

    private double[] targets(int code) {
        return rows.stream().mapToDouble(row -> row.target(code)).toArray();
    }

    /** In ascending order. */
    int[] codes() {
        return codes;
    }

    int size() {
        return rows.size();
    }

    boolean has(TrainingRow row) {
        return places.containsKey(row.features);
    }

    /** α by code of the group and text, in the order of {@link #rows()}. */
    double[][] alphas(int kernel) {
        return alphas[kernel];
    }

    /** Writes the leave-one-out scores of a text, by kernel and code. */
    void leaveOut(TrainingRow row, double[][] scores) {
        int place = place(row);
        for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
            double diagonal = ridges[kernel].diagonal(place);
            double[] weights = new double[codes.length];
            double[] wholes = new double[codes.length];
            for (int code = 0; code < codes.length; code++) {
                weights[code] = alphas[kernel][code][place] / diagonal;
                wholes[code] = row.target(codes[code]) - weights[code];
            }
            double[] leftOut = clauses[kernel].leftOut(row.features, wholes, weights, regularisation);
            for (int code = 0; code < codes.length; code++) {
                scores[kernel][codes[code]] = leftOut[code];
            }
        }
    }

    /** Writes the scores of a text, by kernel and code. */
    void score(int kernel, Features text, double[][] scores) {
        double[] whole = scores(space, kernel, text, rows, alphas[kernel]);
        double[][] ofClauses = text.clauses.stream()
                .map(clause -> scores(space, kernel, clause, rows, alphas[kernel]))
                .toArray(double[][]::new);
        for (int code = 0; code < codes.length; code++) {
            int place = code;
            double best = Arrays.stream(ofClauses)
                    .mapToDouble(clause -> clause[place])
                    .max()
                    .orElse(whole[code]);
            scores[kernel][codes[code]] = regularisation.joint(whole[code], best);
        }
    }

    /** The scores of one kernel for a text or clause, by code. */
    static double[] scores(FeatureSpace space, int kernel, Features text, List<TrainingRow> texts, double[][] alphas) {
        KernelExpansion itself = KernelExpansion.of(space, kernel, text);
        double[] scores = new double[alphas.length];
        for (int i = 0; i < texts.size(); i++) {
            double likeness = itself.score(texts.get(i).features);
            for (int code = 0; code < alphas.length; code++) {
                scores[code] += likeness * alphas[code][i];
            }
        }
        return scores;
    }

    private int place(TrainingRow row) {
        Integer place = places.get(row.features);
        if (place == null) {
            throw new IllegalArgumentException("not a text of this group");
        }
        return place;
    }

    /** Adds a text to one kernel's system; {@link #added} must follow when all three have it. */
    RidgeStep add(int kernel, TrainingRow row) {
        KernelExpansion itself = KernelExpansion.of(space, kernel, row.features);
        double[] likeness =
                rows.stream().mapToDouble(other -> itself.score(other.features)).toArray();
        double[] direction = ridges[kernel].add(row, likeness, itself.score(row.features) + regularisation.noise(row));
        double[] lengths = new double[codes.length];
        for (int code = 0; code < codes.length; code++) {
            double[] alpha = alphas[kernel][code];
            double before = 0;
            for (int i = 0; i < likeness.length; i++) {
                before += likeness[i] * alpha[i];
            }
            lengths[code] = row.target(codes[code]) - before;
            alphas[kernel][code] = moved(Arrays.copyOf(alpha, alpha.length + 1), direction, lengths[code]);
        }
        List<TrainingRow> texts = new ArrayList<>(rows);
        texts.add(row);
        RidgeStep step = new RidgeStep(space, kernel, codes, texts, direction, lengths, 1 / direction[likeness.length]);
        for (ClauseScores ofKernel : clauses(kernel)) {
            ofKernel.move(step);
            if (!row.features.clauses.isEmpty()) {
                ofKernel.add(space, row.features, step, alphas[kernel]);
            }
        }
        return step;
    }

    void added(TrainingRow row) {
        rows.add(row);
        renumber(rows.size() - 1);
    }

    /** Removes a text from one kernel's system; {@link #removed} must follow when all three have. */
    RidgeStep remove(int kernel, TrainingRow row) {
        int place = place(row);
        // An iterative system would have to solve for it, and only clauses need it.
        double diagonal = clauses.length == 0 ? 0 : ridges[kernel].diagonal(place);
        double[] direction = ridges[kernel].remove(place);
        double[] lengths = new double[codes.length];
        for (int code = 0; code < codes.length; code++) {
            double[] alpha = alphas[kernel][code];
            lengths[code] = alpha[place];
            moved(alpha, direction, lengths[code]);
            alpha[place] = alpha[alpha.length - 1];
            alphas[kernel][code] = Arrays.copyOf(alpha, alpha.length - 1);
        }
        RidgeStep step = new RidgeStep(space, kernel, codes, List.copyOf(rows), direction, lengths, -diagonal);
        for (ClauseScores ofKernel : clauses(kernel)) {
            ofKernel.remove(row.features);
            ofKernel.move(step);
        }
        return step;
    }

    void removed(TrainingRow row) {
        int place = place(row);
        places.remove(row.features);
        TrainingRow last = rows.remove(rows.size() - 1);
        if (place < rows.size()) {
            rows.set(place, last);
            places.put(last.features, place);
        }
    }

    /** Changes the targets of a text in one kernel's system; {@link #replaced} must follow. */
    RidgeStep replace(int kernel, TrainingRow row, TrainingRow by) {
        int place = place(row);
        double[] direction = ridges[kernel].column(place);
        double[] lengths = new double[codes.length];
        for (int code = 0; code < codes.length; code++) {
            lengths[code] = by.target(codes[code]) - row.target(codes[code]);
            moved(alphas[kernel][code], direction, lengths[code]);
        }
        RidgeStep step = new RidgeStep(space, kernel, codes, List.copyOf(rows), direction, lengths, 0);
        for (ClauseScores ofKernel : clauses(kernel)) {
            ofKernel.move(step);
        }
        return step;
    }

    /** The clause scores of a kernel; empty where leave-one-out scores are not available. */
    private List<ClauseScores> clauses(int kernel) {
        return clauses.length == 0 ? List.of() : List.of(clauses[kernel]);
    }

    void replaced(TrainingRow row, TrainingRow by) {
        rows.set(place(row), by);
    }

    /** α by code of the group and text after removing one text, which keeps its index. */
    double[][] alphasWithout(int kernel, TrainingRow row) {
        int place = place(row);
        double[] direction = DualSystem.forgetting(ridges[kernel].column(place), place);
        return Arrays.stream(alphas[kernel])
                .map(alpha -> moved(alpha.clone(), direction, alpha[place]))
                .toArray(double[][]::new);
    }

    List<TrainingRow> rows() {
        return rows;
    }

    private static double[] moved(double[] alpha, double[] direction, double length) {
        if (length != 0) {
            for (int i = 0; i < direction.length; i++) {
                alpha[i] += length * direction[i];
            }
        }
        return alpha;
    }
}

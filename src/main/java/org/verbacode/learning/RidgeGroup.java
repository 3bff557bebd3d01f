package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The three ridges of codes that were considered for the very same texts: one system a kernel serves them all. */
final class RidgeGroup {
    private final int[] codes;
    private final List<TrainingRow> rows;
    /** By what a text says, whatever codes it bears. */
    private final Map<Features, Integer> places = new HashMap<>();

    private final DualSystem[] ridges;
    /** α by kernel, code of the group and text. */
    private final double[][][] alphas;

    /** One step of learning with one kernel: along one direction over texts, so far for each code. */
    static final class Step {
        final int kernel;
        final int[] codes;
        final List<TrainingRow> texts;
        final double[] direction;
        /** By code. */
        final double[] lengths;

        Step(int kernel, int[] codes, List<TrainingRow> texts, double[] direction, double[] lengths) {
            this.kernel = kernel;
            this.codes = codes;
            this.texts = texts;
            this.direction = direction;
            this.lengths = lengths;
        }
    }

    /** @param system of the texts, by kernel */
    RidgeGroup(int[] codes, List<TrainingRow> rows, IntFunction<DualSystem> system) {
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
    }

    /** Some of the codes of another group. */
    private RidgeGroup(RidgeGroup other, int[] codes) {
        this.codes = codes;
        this.rows = new ArrayList<>(other.rows);
        renumber(0);
        this.ridges = Arrays.stream(other.ridges).map(DualSystem::copy).toArray(DualSystem[]::new);
        this.alphas = new double[Kernels.COUNT][codes.length][];
        for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
            for (int code = 0; code < codes.length; code++) {
                int place = Arrays.binarySearch(other.codes, codes[code]);
                alphas[kernel][code] = other.alphas[kernel][place].clone();
            }
        }
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

    /** In rising order. */
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

    /** Takes down what a text would score had it been left out, by kernel and code. */
    void leaveOut(TrainingRow row, double[][] scores) {
        int place = place(row);
        for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
            double diagonal = ridges[kernel].diagonal(place);
            for (int code = 0; code < codes.length; code++) {
                scores[kernel][codes[code]] = row.target(codes[code]) - alphas[kernel][code][place] / diagonal;
            }
        }
    }

    private int place(TrainingRow row) {
        Integer place = places.get(row.features);
        if (place == null) {
            throw new IllegalArgumentException("not a text of this group");
        }
        return place;
    }

    /** Learns a text with one kernel; {@link #added} must follow when all three have. */
    Step add(int kernel, FeatureSpace space, TrainingRow row) {
        Direction itself = new Direction(space, kernel, List.of(row), new double[] {1});
        double[] likeness =
                rows.stream().mapToDouble(other -> itself.score(other.features)).toArray();
        double[] direction = ridges[kernel].add(row, likeness, itself.score(row.features));
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
        return new Step(kernel, codes, texts, direction, lengths);
    }

    void added(TrainingRow row) {
        rows.add(row);
        renumber(rows.size() - 1);
    }

    /** Forgets a text with one kernel; {@link #removed} must follow when all three have. */
    Step remove(int kernel, TrainingRow row) {
        int place = place(row);
        double[] direction = ridges[kernel].remove(place);
        double[] lengths = new double[codes.length];
        for (int code = 0; code < codes.length; code++) {
            double[] alpha = alphas[kernel][code];
            lengths[code] = alpha[place];
            moved(alpha, direction, lengths[code]);
            alpha[place] = alpha[alpha.length - 1];
            alphas[kernel][code] = Arrays.copyOf(alpha, alpha.length - 1);
        }
        return new Step(kernel, codes, List.copyOf(rows), direction, lengths);
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

    /** Learns with one kernel that other codes apply to a text than before; {@link #replaced} must follow. */
    Step replace(int kernel, TrainingRow row, TrainingRow by) {
        int place = place(row);
        double[] direction = ridges[kernel].column(place);
        double[] lengths = new double[codes.length];
        for (int code = 0; code < codes.length; code++) {
            lengths[code] = by.target(codes[code]) - row.target(codes[code]);
            moved(alphas[kernel][code], direction, lengths[code]);
        }
        return new Step(kernel, codes, List.copyOf(rows), direction, lengths);
    }

    void replaced(TrainingRow row, TrainingRow by) {
        rows.set(place(row), by);
    }

    /** α of each text for each code of the group after forgetting one of them, which keeps its place. */
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

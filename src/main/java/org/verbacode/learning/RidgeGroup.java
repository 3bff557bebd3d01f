package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The three ridges of codes that were considered for the very same texts: one inverse a kernel serves them all. */
final class RidgeGroup {
    private final int[] codes;
    private final List<TrainingRow> rows;
    private final Map<TrainingRow, Integer> places = new HashMap<>();
    private final DualRidge[] ridges;
    /** α by kernel, code of the group and text. */
    private final double[][][] alphas;

    /** One step of learning: along one direction over texts, so far for each code. */
    static final class Step {
        final List<TrainingRow> texts;
        final double[] direction;
        /** By code of the group. */
        final double[] lengths;

        Step(List<TrainingRow> texts, double[] direction, double[] lengths) {
            this.texts = texts;
            this.direction = direction;
            this.lengths = lengths;
        }
    }

    /** @param kernels by kernel, row and column as far as the row, between the texts */
    RidgeGroup(int[] codes, List<TrainingRow> rows, double[][][] kernels) {
        this.codes = codes.clone();
        this.rows = new ArrayList<>(rows);
        renumber(0);
        this.ridges = new DualRidge[Kernels.COUNT];
        this.alphas = new double[Kernels.COUNT][codes.length][];
        double[] noise = rows.stream().mapToDouble(TrainingRow::noise).toArray();
        IntStream.range(0, Kernels.COUNT).parallel().forEach(kernel -> {
            ridges[kernel] = new DualRidge(kernels[kernel], noise);
            for (int code = 0; code < codes.length; code++) {
                alphas[kernel][code] = ridges[kernel].weights(targets(codes[code]));
            }
        });
    }

    /** Some of the codes of another group. */
    private RidgeGroup(RidgeGroup other, int[] codes) {
        this.codes = codes;
        this.rows = new ArrayList<>(other.rows);
        renumber(0);
        this.ridges = Arrays.stream(other.ridges).map(DualRidge::copy).toArray(DualRidge[]::new);
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
            places.put(rows.get(place), place);
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
        return places.containsKey(row);
    }

    /** α of a text for the code at a place of the group. */
    double alpha(int kernel, int code, TrainingRow row) {
        return alphas[kernel][code][place(row)];
    }

    /** What a text would score for a code had it been left out. */
    double leftOut(int kernel, int code, TrainingRow row) {
        int place = place(row);
        return ridges[kernel].leftOut(place, row.target(codes[code]), alphas[kernel][code][place]);
    }

    private int place(TrainingRow row) {
        Integer place = places.get(row);
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
        double[] direction = ridges[kernel].add(likeness, itself.score(row.features), row.noise());
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
        return new Step(texts, direction, lengths);
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
        return new Step(List.copyOf(rows), direction, lengths);
    }

    void removed(TrainingRow row) {
        int place = place(row);
        places.remove(row);
        TrainingRow last = rows.remove(rows.size() - 1);
        if (last != row) {
            rows.set(place, last);
            places.put(last, place);
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
        return new Step(List.copyOf(rows), direction, lengths);
    }

    void replaced(TrainingRow row, TrainingRow by) {
        int place = place(row);
        places.remove(row);
        rows.set(place, by);
        places.put(by, place);
    }

    /** The direction along which α moves when a text is forgotten, the forgotten text's part of α being 1. */
    double[] without(int kernel, TrainingRow row) {
        double[] column = ridges[kernel].column(place(row));
        double pivot = column[place(row)];
        for (int i = 0; i < column.length; i++) {
            column[i] /= -pivot;
        }
        return column;
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

package org.verbacode.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.verbacode.learning.RidgeGroup.Step;

/**
 * The ridges of all codes. A code learns only from the texts for which it was considered; codes considered for the same
 * texts share their inverses. A text comes or goes in a few milliseconds, which gives what learning afresh would give.
 */
final class Ridges {
    private final FeatureSpace space;
    private final List<RidgeGroup> groups = new ArrayList<>();

    /** Is told of each step of learning; for the three kernels at the same time. */
    interface Listener {
        void moved(int kernel, int[] codes, Direction direction, double[] lengths);
    }

    Ridges(FeatureSpace space, List<TrainingRow> rows, int codes) {
        this.space = space;
        double[][][] kernels = Kernels.between(rows, space.meanings);
        Map<List<Integer>, List<Integer>> codesByRows = new LinkedHashMap<>();
        for (int code = 0; code < codes; code++) {
            int wanted = code;
            List<Integer> considered = IntStream.range(0, rows.size())
                    .filter(row -> rows.get(row).considers(wanted))
                    .boxed()
                    .toList();
            codesByRows.computeIfAbsent(considered, unused -> new ArrayList<>()).add(code);
        }
        codesByRows.forEach((places, ofGroup) -> groups.add(new RidgeGroup(
                ofGroup.stream().mapToInt(Integer::intValue).toArray(),
                places.stream().map(rows::get).toList(),
                part(kernels, places))));
    }

    private static double[][][] part(double[][][] kernels, List<Integer> places) {
        int n = places.size();
        if (n == kernels[0].length) {
            return kernels;
        }
        double[][][] part = new double[kernels.length][n][];
        for (int kernel = 0; kernel < kernels.length; kernel++) {
            for (int i = 0; i < n; i++) {
                part[kernel][i] = new double[i + 1];
                for (int j = 0; j <= i; j++) {
                    part[kernel][i][j] = kernels[kernel][places.get(i)][places.get(j)];
                }
            }
        }
        return part;
    }

    /** Numbers that all inverses hold, of one kernel. */
    long numbers() {
        return groups.stream()
                .mapToLong(group -> (long) group.size() * group.size())
                .sum();
    }

    /** α by kernel, code and text; 0 where the code was not considered for the text. */
    double[][][] alphas(List<TrainingRow> rows, int codes) {
        double[][][] alphas = new double[Kernels.COUNT][codes][rows.size()];
        each((group, code, place) -> {
            for (int i = 0; i < rows.size(); i++) {
                if (group.has(rows.get(i))) {
                    for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
                        alphas[kernel][code][i] = group.alpha(kernel, place, rows.get(i));
                    }
                }
            }
        });
        return alphas;
    }

    /** The same after forgetting one of the texts. */
    double[][][] alphasWithout(TrainingRow forgotten, List<TrainingRow> rows, int codes) {
        double[][][] alphas = alphas(rows, codes);
        Map<TrainingRow, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i), i);
        }
        for (RidgeGroup group : groups) {
            if (group.has(forgotten)) {
                for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
                    double[] direction = group.without(kernel, forgotten);
                    for (int place = 0; place < group.codes().length; place++) {
                        double[] alpha = alphas[kernel][group.codes()[place]];
                        double length = group.alpha(kernel, place, forgotten);
                        for (int i = 0; i < direction.length; i++) {
                            Integer row = places.get(group.rows().get(i));
                            if (row != null) {
                                alpha[row] += length * direction[i];
                            }
                        }
                    }
                }
            }
        }
        return alphas;
    }

    /** What a text would score had it been left out, by kernel and code; 0 where the code was not considered. */
    double[][] leftOut(TrainingRow row, int codes) {
        double[][] scores = new double[Kernels.COUNT][codes];
        each((group, code, place) -> {
            if (group.has(row)) {
                for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
                    scores[kernel][code] = group.leftOut(kernel, place, row);
                }
            }
        });
        return scores;
    }

    /** Takes a group, a code of it, and that code's place in it. */
    private interface EachCode {
        void at(RidgeGroup group, int code, int place);
    }

    private void each(EachCode taker) {
        for (RidgeGroup group : groups) {
            for (int place = 0; place < group.codes().length; place++) {
                taker.at(group, group.codes()[place], place);
            }
        }
    }

    /** Learns one more text. */
    void add(TrainingRow row, Listener listener) {
        splitBy(row);
        for (RidgeGroup group : groups) {
            if (row.considers(group.codes()[0])) {
                step(group, kernel -> group.add(kernel, space, row), listener);
                group.added(row);
            }
        }
    }

    /** Forgets a text. */
    void remove(TrainingRow row, Listener listener) {
        for (RidgeGroup group : groups) {
            if (group.has(row)) {
                step(group, kernel -> group.remove(kernel, row), listener);
                group.removed(row);
            }
        }
    }

    /** Learns that other codes apply to a text than before; those considered are the same. */
    void replace(TrainingRow row, TrainingRow by, Listener listener) {
        for (RidgeGroup group : groups) {
            if (group.has(row)) {
                step(group, kernel -> group.replace(kernel, row, by), listener);
                group.replaced(row, by);
            }
        }
    }

    private void step(RidgeGroup group, IntFunction<Step> learn, Listener listener) {
        IntStream.range(0, Kernels.COUNT).parallel().forEach(kernel -> {
            Step step = learn.apply(kernel);
            listener.moved(
                    kernel, group.codes(), new Direction(space, kernel, step.texts, step.direction), step.lengths);
        });
    }

    /** Codes that shared their texts part where this text considers some of them and not the others. */
    private void splitBy(TrainingRow row) {
        for (RidgeGroup group : List.copyOf(groups)) {
            Map<Boolean, List<Integer>> sides =
                    IntStream.of(group.codes()).boxed().collect(Collectors.groupingBy(row::considers));
            if (sides.size() > 1) {
                groups.remove(group);
                sides.values().forEach(codes -> groups.add(group.only(codes)));
            }
        }
    }
}

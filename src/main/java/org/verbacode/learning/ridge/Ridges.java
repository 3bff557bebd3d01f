package org.verbacode.learning.ridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.TrainingRow;

/**
 * The ridges of all codes. A code learns only from texts for which it was considered; codes considered for the same
 * texts share their inverses. Adding or removing a text takes a few milliseconds and gives the same as training
 * again.
 *
 * <p>Where inverses would take too much memory and time, the same systems are solved by iteration: an update takes up
 * to seconds, and cross-validated scores stand for leave-one-out scores.
 */
public final class Ridges {
    /** Numbers in the inverses of one kernel: those of three thousand coded answers and the texts of a codebook. */
    public static final long MAX_NUMBERS = 3_200L * 3_200;

    private final long most;
    private final List<RidgeGroup> groups = new ArrayList<>();
    private final @Nullable FoldScores folds;

    /**
     * @param answers number of rows, from the first, that are coded answers and may be left out
     * @param most numbers that the inverses of one kernel may hold
     */
    public Ridges(
            FeatureSpace space,
            List<TrainingRow> rows,
            int codes,
            int answers,
            long most,
            Regularisation regularisation) {
        this.most = most;
        Map<List<Integer>, List<Integer>> codesByRows = new LinkedHashMap<>();
        for (int code = 0; code < codes; code++) {
            int wanted = code;
            List<Integer> considered = IntStream.range(0, rows.size())
                    .filter(row -> rows.get(row).considers(wanted))
                    .boxed()
                    .toList();
            codesByRows.computeIfAbsent(considered, unused -> new ArrayList<>()).add(code);
        }
        boolean iterates = numbers(codesByRows.keySet().stream().map(List::size).toList()) > most;
        double[][][] kernels = iterates ? new double[0][][] : Kernels.between(rows, space.meanings);
        codesByRows.forEach((places, ofGroup) -> {
            List<TrainingRow> texts = places.stream().map(rows::get).toList();
            groups.add(new RidgeGroup(
                    space,
                    ofGroup.stream().mapToInt(Integer::intValue).toArray(),
                    texts,
                    iterates
                            ? kernel -> new IterativeRidge(space, kernel, texts, regularisation)
                            : kernel -> new DualRidge(
                                    part(kernels[kernel], places),
                                    texts.stream()
                                            .mapToDouble(regularisation::noise)
                                            .toArray()),
                    !iterates,
                    regularisation));
        });
        folds = iterates ? new FoldScores(space, groups, rows.subList(0, answers), codes, regularisation) : null;
    }

    private static double[][] part(double[][] kernel, List<Integer> places) {
        if (places.size() == kernel.length) {
            return kernel;
        }
        double[][] part = new double[places.size()][];
        for (int i = 0; i < part.length; i++) {
            part[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                part[i][j] = kernel[places.get(i)][places.get(j)];
            }
        }
        return part;
    }

    private static long numbers(List<Integer> sizes) {
        return sizes.stream().mapToLong(size -> (long) size * size).sum();
    }

    /** Whether an update takes milliseconds. */
    public boolean stepAtOnce() {
        return folds == null;
    }

    /** Whether the inverses have grown so large that iteration should replace them. */
    public boolean haveOutgrown() {
        return folds == null && numbers(groups.stream().map(RidgeGroup::size).toList()) > most;
    }

    /** α by kernel, code and text; 0 where the code was not considered for the text. */
    public double[][][] alphas(List<TrainingRow> rows, int codes) {
        return alphas(null, rows, codes);
    }

    /**
     * The same after removing one of the texts.
     *
     * @param forgotten the text removed; null for none
     */
    public double[][][] alphas(@Nullable TrainingRow forgotten, List<TrainingRow> rows, int codes) {
        double[][][] alphas = new double[Kernels.COUNT][codes][rows.size()];
        Map<Features, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).features, i);
        }
        for (RidgeGroup group : groups) {
            int[] to = group.rows().stream()
                    .mapToInt(row -> places.getOrDefault(row.features, -1))
                    .toArray();
            IntStream.range(0, Kernels.COUNT).parallel().forEach(kernel -> {
                double[][] from = forgotten != null && group.has(forgotten)
                        ? group.alphasWithout(kernel, forgotten)
                        : group.alphas(kernel);
                for (int place = 0; place < from.length; place++) {
                    double[] alpha = alphas[kernel][group.codes()[place]];
                    for (int i = 0; i < to.length; i++) {
                        if (to[i] >= 0) {
                            alpha[to[i]] = from[place][i];
                        }
                    }
                }
            });
        }
        return alphas;
    }

    /**
     * The leave-one-out scores of a text, by kernel and code; 0 where the code was not considered. Empty for a text
     * that has not been learned.
     */
    public Optional<double[][]> leftOut(TrainingRow row, int codes) {
        if (folds != null) {
            return folds.of(row);
        }
        double[][] scores = new double[Kernels.COUNT][codes];
        boolean learned = false;
        for (RidgeGroup group : groups) {
            if (group.has(row)) {
                group.leaveOut(row, scores);
                learned = true;
            }
        }
        return learned ? Optional.of(scores) : Optional.empty();
    }

    /** Adds a text. */
    public List<RidgeStep> add(TrainingRow row, int codes) {
        splitBy(row);
        if (folds != null) {
            folds.adding(row, groups, codes);
        }
        List<RidgeStep> steps = new ArrayList<>();
        for (RidgeGroup group : groups) {
            if (row.considers(group.codes()[0])) {
                steps.addAll(step(kernel -> group.add(kernel, row)));
                group.added(row);
            }
        }
        return steps;
    }

    /** Removes a text. */
    public List<RidgeStep> remove(TrainingRow row) {
        List<RidgeStep> steps = new ArrayList<>();
        for (RidgeGroup group : groups) {
            if (group.has(row)) {
                steps.addAll(step(kernel -> group.remove(kernel, row)));
                group.removed(row);
            }
        }
        if (folds != null) {
            folds.removed(row);
        }
        return steps;
    }

    /** Changes which of the considered codes apply to a text. */
    public List<RidgeStep> replace(TrainingRow row, TrainingRow by) {
        List<RidgeStep> steps = new ArrayList<>();
        for (RidgeGroup group : groups) {
            if (group.has(row)) {
                steps.addAll(step(kernel -> group.replace(kernel, row, by)));
                group.replaced(row, by);
            }
        }
        return steps;
    }

    private static List<RidgeStep> step(IntFunction<RidgeStep> learn) {
        return IntStream.range(0, Kernels.COUNT).parallel().mapToObj(learn).toList();
    }

    /** Splits groups of codes of which this text considers some and not others. */
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

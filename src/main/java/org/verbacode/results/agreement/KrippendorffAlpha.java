package org.verbacode.results.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import org.verbacode.quality.Interval;

/**
 * Krippendorff's alpha for any number of coders, missing values and a distance between values (Krippendorff 2004,
 * Content Analysis, 2nd edition, chapter 11): 1 − observed over expected disagreement. Units with fewer than two values
 * are ignored.
 */
public final class KrippendorffAlpha {
    private KrippendorffAlpha() {}

    /**
     * Alpha of nominal values.
     *
     * @param units the values that the coders gave to each unit; missing ones are absent
     * @return empty if no unit has two values, or all values are the same
     */
    public static <T> OptionalDouble nominal(List<List<T>> units) {
        return of(units, (one, other) -> one.equals(other) ? 0 : 1);
    }

    /**
     * Alpha with a distance between values.
     *
     * @param distance between two values: 0 for the same, symmetric, at most 1
     */
    public static <T> OptionalDouble of(List<List<T>> units, ToDoubleBiFunction<T, T> distance) {
        Map<T, Integer> values = new LinkedHashMap<>();
        double observed = 0;
        int pairable = 0;
        for (List<T> unit : units) {
            if (unit.size() < 2) {
                continue;
            }
            pairable += unit.size();
            unit.forEach(value -> values.merge(value, 1, Integer::sum));
            double disagreement = 0;
            for (int i = 0; i < unit.size(); i++) {
                for (int j = i + 1; j < unit.size(); j++) {
                    disagreement += 2 * distance.applyAsDouble(unit.get(i), unit.get(j));
                }
            }
            observed += disagreement / (unit.size() - 1);
        }
        double expected = 0;
        List<Map.Entry<T, Integer>> counts = new ArrayList<>(values.entrySet());
        for (int i = 0; i < counts.size(); i++) {
            for (int j = i + 1; j < counts.size(); j++) {
                expected += 2.0
                        * counts.get(i).getValue()
                        * counts.get(j).getValue()
                        * distance.applyAsDouble(
                                counts.get(i).getKey(), counts.get(j).getKey());
            }
        }
        return expected > 0 ? OptionalDouble.of(1 - (pairable - 1) * observed / expected) : OptionalDouble.empty();
    }

    /**
     * The 95 % bootstrap interval of nominal alpha over other answers of the same kind. A resample whose values are all the
     * same has no alpha; coders agree on it, and it counts as 1.
     *
     * @return empty if alpha is undefined
     */
    public static <T> Optional<Interval> interval(List<List<T>> units) {
        return nominal(units).isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.bootstrap(units.size(), drawn -> {
                    List<List<T>> resample = new ArrayList<>(drawn.length);
                    for (int unit : drawn) {
                        resample.add(units.get(unit));
                    }
                    return nominal(resample).orElse(1);
                }));
    }
}

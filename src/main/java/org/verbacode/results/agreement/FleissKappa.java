package org.verbacode.results.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Fleiss' kappa for a fixed number of coders (Fleiss 1971, Psychol. Bull. 76, 378–382). */
public final class FleissKappa {
    private FleissKappa() {}

    /**
     * Kappa of nominal values.
     *
     * @param units the values that the coders gave to each unit, equally many for each
     * @return empty without two coders, or if all values are the same
     */
    public static <T> OptionalDouble of(List<List<T>> units) {
        if (units.isEmpty() || units.get(0).size() < 2) {
            return OptionalDouble.empty();
        }
        int coders = units.get(0).size();
        Map<T, Integer> totals = new HashMap<>();
        double agreement = 0;
        for (List<T> unit : units) {
            if (unit.size() != coders) {
                throw new IllegalArgumentException(unit.size() + " values instead of " + coders);
            }
            Map<T, Integer> counts = new HashMap<>();
            unit.forEach(value -> counts.merge(value, 1, Integer::sum));
            for (Map.Entry<T, Integer> count : counts.entrySet()) {
                totals.merge(count.getKey(), count.getValue(), Integer::sum);
                agreement += (double) count.getValue() * (count.getValue() - 1) / (coders * (coders - 1.0));
            }
        }
        double observed = agreement / units.size();
        double ratings = (double) units.size() * coders;
        double chance = totals.values().stream()
                .mapToDouble(total -> (total / ratings) * (total / ratings))
                .sum();
        return chance < 1 ? OptionalDouble.of((observed - chance) / (1 - chance)) : OptionalDouble.empty();
    }
}

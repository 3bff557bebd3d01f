package org.verbacode.learning;

import java.util.List;
import java.util.Map;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;

/**
 * Uncertainty sampling by smallest margin (Lewis and Gale 1994, arXiv cmp-lg/9407020). The margin is the distance, in
 * logits, of a code's probability from the model's own threshold. Measured from 0.5 instead, sampling saves no work,
 * since a model that is often wrong gives codes far below 0.5.
 */
public final class Uncertainty {
    /** Probabilities are kept this far from 0 and 1, so that logits are finite. */
    private static final double EPSILON = 1e-12;

    private Uncertainty() {}

    /**
     * The margin of the least certain code.
     *
     * @param suggestions of one answer
     * @param givenFrom the probability from which each code is given; other codes are ignored
     * @return 0 or more; infinite if nothing is suggested
     */
    public static double margin(List<Suggestion> suggestions, Map<CodeId, Double> givenFrom) {
        return suggestions.stream()
                .filter(suggestion -> givenFrom.containsKey(suggestion.code()))
                .mapToDouble(suggestion -> Math.abs(above(suggestion, givenFrom)))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * The margin by which the model agrees with a coding, on the code where it is smallest.
     *
     * @param considered whether each code applies according to the coder
     * @return negative if the model contradicts the coding; infinite if there is nothing to compare
     */
    public static double agreement(
            List<Suggestion> suggestions, Map<CodeId, Double> givenFrom, Map<CodeId, Boolean> considered) {
        return suggestions.stream()
                .filter(suggestion -> givenFrom.containsKey(suggestion.code()))
                .filter(suggestion -> considered.containsKey(suggestion.code()))
                .mapToDouble(suggestion -> Boolean.TRUE.equals(considered.get(suggestion.code()))
                        ? above(suggestion, givenFrom)
                        : -above(suggestion, givenFrom))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double above(Suggestion suggestion, Map<CodeId, Double> givenFrom) {
        return logit(suggestion.probability()) - logit(givenFrom.getOrDefault(suggestion.code(), 0.5));
    }

    private static double logit(double probability) {
        double p = Math.min(1 - EPSILON, Math.max(EPSILON, probability));
        return StrictMath.log(p / (1 - p));
    }
}

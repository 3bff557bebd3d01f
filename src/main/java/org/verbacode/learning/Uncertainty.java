package org.verbacode.learning;

import java.util.List;
import java.util.Map;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;

/**
 * How near a model is to changing its mind: the distance, in logits, of a code's probability from the one from which the
 * model gives the code. That is uncertainty sampling by the smallest margin (Lewis and Gale 1994, arXiv cmp-lg/9407020),
 * the margin being the model's own: measured from 0.5 instead, it saves nobody any work, since a model that is often wrong
 * gives codes far below 0.5.
 */
public final class Uncertainty {
    /** Probabilities may be rounded to 0 or 1, and no logit says more than this. */
    private static final double SURE = 1e-12;

    private Uncertainty() {}

    /**
     * The margin of the code that the model is least sure of.
     *
     * @param suggestions of one answer
     * @param givenFrom the probability from which each code is given; other codes are passed over
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
     * How far the model is from contradicting a coding, on the code where it is nearest to that or contradicts it most.
     *
     * @param considered what the coder said of the codes
     * @return negative if it contradicts the coding; infinite if there is nothing to compare
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
        double p = Math.min(1 - SURE, Math.max(SURE, probability));
        return StrictMath.log(p / (1 - p));
    }
}

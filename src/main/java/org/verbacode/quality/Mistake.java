package org.verbacode.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verbacode.coding.CodeId;
import org.verbacode.study.AnswerId;

/**
 * A coded pair of answer and code that a held-out prediction contradicts. Such pairs are worth reading again: either
 * the model or the coding is wrong.
 *
 * @param applies whether the code applies according to people
 * @param probability predicted probability that the code applies
 */
public record Mistake(AnswerId answer, CodeId code, boolean applies, double probability) {
    private static final double EVEN_ODDS = 0.5;

    /** Distance of the probability from the coding, above ½ to 1. */
    public double distance() {
        return Math.abs(probability - (applies ? 1 : 0));
    }

    /**
     * The most contradicted pairs, by falling distance.
     *
     * @param answers if one was judged several times, its mean probability counts
     * @param most number of pairs at most
     */
    public static List<Mistake> worst(List<JudgedAnswer> answers, int most) {
        Map<AnswerId, List<JudgedAnswer>> byAnswer = new LinkedHashMap<>();
        answers.forEach(answer -> byAnswer.computeIfAbsent(answer.id(), unused -> new ArrayList<>())
                .add(answer));
        List<Mistake> mistakes = new ArrayList<>();
        byAnswer.forEach((id, judged) -> judged.get(0).truth().forEach((code, applies) -> judged.stream()
                .filter(answer -> answer.probabilities().containsKey(code))
                .mapToDouble(answer -> answer.probabilities().getOrDefault(code, EVEN_ODDS))
                .average()
                .ifPresent(mean -> mistakes.add(new Mistake(id, code, applies, mean)))));
        return mistakes.stream()
                .filter(mistake -> mistake.distance() > EVEN_ODDS)
                .sorted(Comparator.comparingDouble(Mistake::distance)
                        .reversed()
                        .thenComparing(mistake -> mistake.answer().value())
                        .thenComparing(mistake -> mistake.code().value()))
                .limit(most)
                .toList();
    }
}

package org.verbacode.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.verbacode.coding.CodeId;

/**
 * Average precision of a ranking: the mean, over the relevant answers, of the precision at the rank of each (Manning,
 * Raghavan and Schütze 2008, section 8.4). Answers of equal score share a rank. A relevant answer without a score is
 * never found.
 */
public final class AveragePrecision {
    private AveragePrecision() {}

    /** The score of an answer, on any scale, and whether the code applies. */
    public record Ranked(double score, boolean applies) {}

    /** From 0 to 1; 0 if the code applies to no answer. */
    public static double of(CodeId code, List<JudgedAnswer> answers) {
        List<Ranked> ranked = new ArrayList<>();
        int wanted = 0;
        for (JudgedAnswer answer : answers) {
            if (answer.truth().containsKey(code)) {
                wanted += answer.applies(code) ? 1 : 0;
                Double probability = answer.probabilities().get(code);
                if (probability != null) {
                    ranked.add(new Ranked(probability, answer.applies(code)));
                }
            }
        }
        return of(ranked, wanted);
    }

    /**
     * From 0 to 1; 0 if the code applies to no answer.
     *
     * @param wanted number of relevant answers, unranked ones included
     */
    public static double of(List<Ranked> answers, int wanted) {
        List<Ranked> ranked = answers.stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
        double sum = 0;
        int found = 0;
        int foundAbove = 0;
        for (int rank = 1; rank <= ranked.size(); rank++) {
            found += ranked.get(rank - 1).applies() ? 1 : 0;
            boolean tied = rank < ranked.size()
                    && ranked.get(rank).score() == ranked.get(rank - 1).score();
            if (!tied) {
                sum += (found - foundAbove) * (double) found / rank;
                foundAbove = found;
            }
        }
        return wanted == 0 ? 0 : sum / wanted;
    }
}

package org.verbacode.learning.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.decision.Thresholds.Judged;
import org.verbacode.study.AnswerId;

/**
 * The rule that turns the logits of an answer into codes. Every code above its own threshold is given. If none is,
 * the most likely code is given from a certain probability on, because most answers bear a code.
 */
public final class DecisionRule {
    /**
     * Share of micro-F1 that is the probability for the most likely code. For any code the best probability is half
     * of F1 (see {@link Thresholds}); here three eighths.
     */
    private static final double LEAD_SHARE = 3.0 / 8;

    /** A probability that is never exceeded: the most likely code needs its own threshold. */
    private static final double NO_LEAD = 1;

    /** Logit from which each code is given. */
    public final double[] thresholds;
    /** Added to the logit of each code, so that its probabilities are right on average. */
    public final double[] offsets;
    /** Probability from which the most likely code of an answer without any code is given. */
    public final double lead;

    public DecisionRule(double[] thresholds, double[] offsets, double lead) {
        this.thresholds = thresholds.clone();
        this.offsets = offsets.clone();
        this.lead = lead;
    }

    /**
     * Learns the rule on leave-one-out logits.
     *
     * @param answers the considered codes of each answer
     * @param unconsidered pairs that were not considered, of codes that rarely were
     */
    static DecisionRule of(List<List<Judged>> answers, List<Judged> unconsidered, int codes) {
        Judged[] judged = answers.stream().flatMap(List::stream).toArray(Judged[]::new);
        double[] offsets = Thresholds.offsets(judged, codes);
        double[] thresholds = Thresholds.of(judged, offsets);
        ColdStartThresholds.shrink(thresholds, offsets, judged, unconsidered);
        DecisionRule without = new DecisionRule(thresholds, offsets, NO_LEAD);
        double f1 = without.microF1(answers);
        DecisionRule with = new DecisionRule(thresholds, offsets, f1 * LEAD_SHARE);
        return with.microF1(answers) > f1 ? with : without;
    }

    private double microF1(List<List<Judged>> answers) {
        int right = 0;
        int given = 0;
        int applies = 0;
        for (List<Judged> answer : answers) {
            boolean[] gives = gives(answer);
            for (Judged pair : answer) {
                boolean isGiven = gives[pair.code()];
                given += isGiven ? 1 : 0;
                applies += pair.applies() ? 1 : 0;
                right += isGiven && pair.applies() ? 1 : 0;
            }
        }
        return given + applies == 0 ? 0 : 2.0 * right / (given + applies);
    }

    double probability(int code, double logit) {
        return PooledLogistic.probability(logit + offsets[code]);
    }

    /** The suggestion of every code for an answer, most likely first. */
    public List<Suggestion> suggestions(AnswerId answer, Codebook codebook, double[] logits) {
        boolean[] gives = gives(logits);
        List<Suggestion> suggestions = new ArrayList<>();
        for (int code = 0; code < logits.length; code++) {
            suggestions.add(new Suggestion(
                    answer, codebook.codes().get(code).id(), probability(code, logits[code]), gives[code]));
        }
        suggestions.sort(Comparator.comparingDouble(Suggestion::probability).reversed());
        return suggestions;
    }

    /** Whether each code is given to an answer; only considered codes are. */
    public boolean[] gives(List<Judged> considered) {
        double[] logits = new double[thresholds.length];
        Arrays.fill(logits, Double.NEGATIVE_INFINITY);
        considered.forEach(pair -> logits[pair.code()] = pair.logit());
        return gives(logits);
    }

    /** Whether each code is given to an answer. */
    public boolean[] gives(double[] logits) {
        boolean[] gives = new boolean[logits.length];
        boolean any = false;
        int likeliest = 0;
        for (int code = 0; code < logits.length; code++) {
            gives[code] = logits[code] >= thresholds[code];
            any |= gives[code];
            likeliest = logits[code] + offsets[code] > logits[likeliest] + offsets[likeliest] ? code : likeliest;
        }
        if (!any && lead < NO_LEAD && probability(likeliest, logits[likeliest]) >= lead) {
            gives[likeliest] = true;
        }
        return gives;
    }
}

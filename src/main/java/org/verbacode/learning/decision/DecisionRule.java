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
 * How the logits of an answer become codes. Each code is given from a threshold of its own. Most answers bear a code, so that
 * the likeliest code of an answer that reaches no threshold is likelier than it looks: it is given all the same from a
 * certain probability on.
 */
public final class DecisionRule {
    /** Of micro-F1; for any code, half of it is where F1 is best (see {@link Thresholds}). */
    private static final double LEAD_SHARE = 3.0 / 8;

    private static final double NO_LEAD = 1;

    /** By code: the logit from which it is given. */
    public final double[] thresholds;
    /** By code: what is added to its logit so that probabilities are right on average. */
    public final double[] offsets;
    /** The probability from which the likeliest code of an answer is given that reaches no threshold. */
    public final double lead;

    public DecisionRule(double[] thresholds, double[] offsets, double lead) {
        this.thresholds = thresholds.clone();
        this.offsets = offsets.clone();
        this.lead = lead;
    }

    /**
     * Learns from answers left out of training.
     *
     * @param answers the codes considered for each of them
     * @param unconsidered pairs that nobody has considered, of codes that were rarely considered
     */
    static DecisionRule of(List<List<Judged>> answers, List<Judged> unconsidered, int codes) {
        Judged[] judged = answers.stream().flatMap(List::stream).toArray(Judged[]::new);
        double[] offsets = Thresholds.offsets(judged, codes);
        double[] thresholds = Thresholds.of(judged, offsets);
        ColdStartThresholds.settle(thresholds, offsets, judged, unconsidered);
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

    /** What is said of every code for an answer, most likely first. */
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

    /** Which codes are given to an answer, by code; none but those that were considered. */
    public boolean[] gives(List<Judged> considered) {
        double[] logits = new double[thresholds.length];
        Arrays.fill(logits, Double.NEGATIVE_INFINITY);
        considered.forEach(pair -> logits[pair.code()] = pair.logit());
        return gives(logits);
    }

    /** Which codes are given to an answer, by code. */
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

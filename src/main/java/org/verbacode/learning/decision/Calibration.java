package org.verbacode.learning.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.learning.decision.Thresholds.Judged;
import org.verbacode.quality.AveragePrecision;
import org.verbacode.quality.CodeQuality;

/**
 * Maps ridge and codebook scores to probabilities and codes: a pooled logistic regression, then per-code offsets and
 * thresholds, all learned on leave-one-out scores.
 */
public final class Calibration {
    public final PooledLogistic logistic;
    public final DecisionRule decisionRule;
    /** By code. */
    public final List<CodeQuality> qualities;

    private Calibration(PooledLogistic logistic, DecisionRule decisionRule, List<CodeQuality> qualities) {
        this.logistic = logistic;
        this.decisionRule = decisionRule;
        this.qualities = List.copyOf(qualities);
    }

    /**
     * @param answers the scored pairs of each answer
     * @param unconsidered pairs that were not considered, of codes that rarely were
     * @throws IllegalArgumentException if there is no pair
     */
    public static Calibration of(List<List<ScoredPair>> answers, List<ScoredPair> unconsidered, Codebook codebook) {
        List<ScoredPair> pairs = answers.stream().flatMap(List::stream).toList();
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("no code was considered for any answer");
        }
        PooledLogistic logistic = PooledLogistic.learn(pairs);
        List<List<Judged>> judged =
                answers.stream().map(answer -> judged(answer, logistic)).toList();
        DecisionRule decisionRule = DecisionRule.of(
                judged, judged(unconsidered, logistic), codebook.codes().size());
        return new Calibration(logistic, decisionRule, qualities(judged, codebook, decisionRule, true));
    }

    /** Log-loss of a pair: −ln of the probability given to the true outcome. */
    public double loss(ScoredPair pair) {
        return PooledLogistic.logLoss(
                logistic.logit(pair.scores, pair.examples) + decisionRule.offsets[pair.code], pair.applies);
    }

    /** The probability of each code at its threshold, whatever the other codes of the answer. */
    public Map<CodeId, Double> givenFrom(Codebook codebook) {
        Map<CodeId, Double> givenFrom = new LinkedHashMap<>();
        for (int code = 0; code < codebook.codes().size(); code++) {
            givenFrom.put(
                    codebook.codes().get(code).id(), decisionRule.probability(code, decisionRule.thresholds[code]));
        }
        return givenFrom;
    }

    /** Quality of each code on other answers under the same decision rule; average precision is not computed. */
    public List<CodeQuality> qualities(List<List<Judged>> answers, Codebook codebook) {
        return qualities(answers, codebook, decisionRule, false);
    }

    private static List<Judged> judged(List<ScoredPair> pairs, PooledLogistic logistic) {
        return pairs.stream()
                .map(pair -> new Judged(pair.code, logistic.logit(pair.scores, pair.examples), pair.applies))
                .toList();
    }

    private static double averagePrecision(List<List<Judged>> answers, int code, int applies) {
        List<AveragePrecision.Ranked> ranked = answers.stream()
                .flatMap(List::stream)
                .filter(pair -> pair.code() == code)
                .map(pair -> new AveragePrecision.Ranked(pair.logit(), pair.applies()))
                .toList();
        return AveragePrecision.of(ranked, applies);
    }

    private static List<CodeQuality> qualities(
            List<List<Judged>> answers, Codebook codebook, DecisionRule decisionRule, boolean ranks) {
        int codes = codebook.codes().size();
        int[] considered = new int[codes];
        int[] applies = new int[codes];
        int[] given = new int[codes];
        int[] right = new int[codes];
        for (List<Judged> answer : answers) {
            boolean[] gives = decisionRule.gives(answer);
            for (Judged pair : answer) {
                int code = pair.code();
                considered[code]++;
                applies[code] += pair.applies() ? 1 : 0;
                given[code] += gives[code] ? 1 : 0;
                right[code] += gives[code] && pair.applies() ? 1 : 0;
            }
        }
        List<CodeQuality> qualities = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            qualities.add(new CodeQuality(
                    codebook.codes().get(code).id(),
                    considered[code],
                    applies[code],
                    given[code] == 0 ? 0 : (double) right[code] / given[code],
                    applies[code] == 0 ? 0 : (double) right[code] / applies[code],
                    ranks ? averagePrecision(answers, code, applies[code]) : null));
        }
        return qualities;
    }
}

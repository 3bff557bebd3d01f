package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.verbacode.coding.CodeId;
import org.verbacode.learning.decision.Thresholds.Judged;
import org.verbacode.learning.fitting.FittedRidges;
import org.verbacode.learning.live.LiveAnswers;
import org.verbacode.learning.live.LiveCalibration;
import org.verbacode.quality.CodeQuality;
import org.verbacode.study.AnswerId;

/**
 * What a live model says of all answers together, which takes longer than what it says of one.
 *
 * @param proposed the codes given to each answer, in the order of the answers and of the codebook
 * @param lines quality for each code on the coded answers, leave-one-out, in the order of the codebook
 */
public record LiveOverview(Map<AnswerId, List<CodeId>> proposed, List<ModelCard.CodeLine> lines) {
    /** That of a model that has learned nothing. */
    static final LiveOverview EMPTY = new LiveOverview(Map.of(), List.of());

    /** Number of answers that are computed before another decision may be learned. */
    private static final int AT_ONCE = 100;

    public LiveOverview {
        proposed = Collections.unmodifiableMap(proposed);
        lines = List.copyOf(lines);
    }

    /** @param lock the model, which guards its answers */
    static LiveOverview of(Object lock, FittedRidges fit, LiveAnswers answers, LiveCalibration by) {
        Map<AnswerId, List<CodeId>> proposed = new LinkedHashMap<>();
        for (int from = 0; from < answers.count(); from += AT_ONCE) {
            synchronized (lock) {
                proposed.putAll(answers.proposed(by, from, Math.min(from + AT_ONCE, answers.count())));
            }
        }
        List<Integer> coded;
        synchronized (lock) {
            coded = List.copyOf(answers.coded().keySet());
        }
        List<List<Judged>> judged = new ArrayList<>();
        for (int from = 0; from < coded.size(); from += AT_ONCE) {
            synchronized (lock) {
                judged.addAll(answers.judged(by, coded.subList(from, Math.min(from + AT_ONCE, coded.size()))));
            }
        }
        List<CodeQuality> qualities = by.calibration.qualities(judged, fit.codebook);
        return new LiveOverview(
                proposed,
                IntStream.range(0, qualities.size())
                        .mapToObj(code -> ModelCard.CodeLine.of(
                                fit.codebook.codes().get(code),
                                qualities.get(code),
                                by.calibration.decisionRule.thresholds[code]))
                        .toList());
    }
}

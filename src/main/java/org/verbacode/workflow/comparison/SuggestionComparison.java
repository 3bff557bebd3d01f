package org.verbacode.workflow.comparison;

import org.jspecify.annotations.Nullable;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.quality.Interval;
import org.verbacode.results.WaveAdvice;
import org.verbacode.study.Message;
import org.verbacode.workflow.model.AnswerSelection;
import org.verbacode.workflow.quality.QualityReport;

/**
 * The suggestions of two model versions for the answers of their question, side by side. It holds no word of an
 * answer.
 *
 * @param compared time of the comparison, in ISO 8601
 * @param judged quality on answers that neither has learned from; null if one does not list its training answers
 */
public record SuggestionComparison(
        String compared,
        SuggestionChanges changes,
        @Nullable Judged judged) {

    /**
     * Quality of both on the same answers, which neither has learned from.
     *
     * @param random number of these that were shown at random and coded blind
     * @param difference interval of the difference of their micro-F1, the second's less the first's
     */
    public record Judged(int random, QualityReport.Figures one, QualityReport.Figures other, Interval difference) {
        public int answers() {
            return one.answers();
        }

        /** Whether there are enough judged answers for a comparison. */
        public boolean isEnough() {
            return answers() >= WaveAdvice.MIN_JUDGED;
        }

        /** Whether the interval of the difference excludes 0. */
        public boolean isClear() {
            return isEnough() && (difference.low() > 0 || difference.high() < 0);
        }

        /** How representative the judged answers are. */
        public Message whomToBelieve() {
            return AnswerSelection.whomToBelieve(random, answers());
        }
    }

    /** How far the suggestions agree, in a sentence. */
    public Message agreement(String one, String other) {
        return Message.of(
                "workflow.comparison.suggested",
                changes.unchanged(),
                changes.answers(),
                changes.same(),
                changes.both(),
                changes.either(),
                other,
                changes.codes().stream()
                        .mapToInt(SuggestionChanges.OfCode::gained)
                        .sum(),
                one,
                changes.codes().stream()
                        .mapToInt(SuggestionChanges.OfCode::lost)
                        .sum());
    }

    /** Which of the two codes better, as far as the evidence supports it. */
    Message verdict(String one, String other) {
        Judged by = judged;
        if (by == null) {
            return Message.of("workflow.comparison.unknown");
        }
        if (!by.isEnough()) {
            return Message.of("workflow.comparison.few", by.answers(), WaveAdvice.MIN_JUDGED);
        }
        boolean second = by.other().microF1() > by.one().microF1();
        return by.isClear()
                ? Message.of("workflow.comparison.better", by.answers(), second ? other : one, second ? one : other)
                : Message.of("workflow.comparison.even", by.answers());
    }
}

package org.verbacode.workflow.comparison;

import org.jspecify.annotations.Nullable;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.quality.Interval;
import org.verbacode.results.WaveAdvice;
import org.verbacode.study.Message;
import org.verbacode.workflow.model.AnswerSelection;
import org.verbacode.workflow.quality.QualityReport;

/**
 * What two model versions propose for the answers of their question, side by side. It holds no word of an answer.
 *
 * @param compared when, in ISO 8601
 * @param judged by people on answers that neither has learned from; null if one does not say which it has
 */
public record SuggestionComparison(
        String compared,
        SuggestionChanges changes,
        @Nullable Judged judged) {

    /**
     * How well both code the same answers, which neither has learned from.
     *
     * @param random how many of them were shown at random and coded without a suggestion in sight
     * @param difference of their micro-F1, the second's less the first's, over other answers
     */
    public record Judged(int random, QualityReport.Figures one, QualityReport.Figures other, Interval difference) {
        public int answers() {
            return one.answers();
        }

        /** Whether enough answers judge to say anything. */
        public boolean isEnough() {
            return answers() >= WaveAdvice.FEWEST_JUDGED;
        }

        /** Whether one is better even if other answers had been judged. */
        public boolean isClear() {
            return isEnough() && (difference.low() > 0 || difference.high() < 0);
        }

        /** How much the judging answers can be believed. */
        public Message whomToBelieve() {
            return AnswerSelection.whomToBelieve(random, answers());
        }
    }

    /** How far they agree, in a sentence. */
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

    /** Which of the two codes better, as far as that can be said. */
    Message verdict(String one, String other) {
        Judged by = judged;
        if (by == null) {
            return Message.of("workflow.comparison.unknown");
        }
        if (!by.isEnough()) {
            return Message.of("workflow.comparison.few", by.answers(), WaveAdvice.FEWEST_JUDGED);
        }
        boolean second = by.other().microF1() > by.one().microF1();
        return by.isClear()
                ? Message.of("workflow.comparison.better", by.answers(), second ? other : one, second ? one : other)
                : Message.of("workflow.comparison.even", by.answers());
    }
}

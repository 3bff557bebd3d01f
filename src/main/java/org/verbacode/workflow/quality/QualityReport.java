package org.verbacode.workflow.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.quality.Interval;
import org.verbacode.quality.LearningCurve;
import org.verbacode.quality.Reliability;
import org.verbacode.study.Message;
import org.verbacode.workflow.model.AnswerSelection;

/**
 * A cached quality report of held-out predictions. It holds no word of an answer.
 *
 * @param measured time of the measurement, in ISO 8601
 * @param coded number of coded answers at that time
 * @param groups by how the judged answers were selected for coding
 * @param reliability calibration of the probabilities
 * @param codes in the order of the codebook
 * @param contradicted the most contradicted codings, clearest first
 */
public record QualityReport(
        String measured,
        int coded,
        Figures all,
        List<Group> groups,
        Reliability reliability,
        List<OneCode> codes,
        LearningCurve curve,
        List<Contradicted> contradicted) {

    /** The scores of some answers. */
    public record Figures(
            int answers, double microF1, Interval microInterval, double macroF1, Interval macroInterval) {}

    /** Judged answers selected for coding in the same way. */
    public record Group(AnswerSelection picking, Figures figures) {}

    /**
     * One code.
     *
     * @param code its id
     * @param confusedWith name of the code most often confused with it; null if there is none
     */
    public record OneCode(
            String code,
            String name,
            double precision,
            double recall,
            double f1,
            double averagePrecision,
            int support,
            @Nullable String confusedWith) {}

    /**
     * A coding that is worth reading again.
     *
     * @param answer its id
     * @param whose wave and respondent
     */
    public record Contradicted(String answer, String whose, String code, boolean applies, double probability) {}

    public QualityReport {
        groups = List.copyOf(groups);
        codes = List.copyOf(codes);
        contradicted = List.copyOf(contradicted);
    }

    /** Which of the groups to believe. */
    public Message whomToBelieve() {
        return AnswerSelection.whomToBelieve(judgedAtRandom(), all.answers());
    }

    /** Number of judged answers that were selected at random and coded blind. */
    public int judgedAtRandom() {
        return groups.stream()
                .filter(group -> group.picking() == AnswerSelection.AT_RANDOM)
                .mapToInt(group -> group.figures().answers())
                .sum();
    }
}

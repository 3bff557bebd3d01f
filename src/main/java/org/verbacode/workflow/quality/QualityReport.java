package org.verbacode.workflow.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.quality.Interval;
import org.verbacode.quality.LearningCurve;
import org.verbacode.quality.Reliability;
import org.verbacode.study.Message;
import org.verbacode.workflow.model.AnswerSelection;

/**
 * What was measured of the models of a question on answers they had not learned from, to be shown until it is measured
 * again. It holds no word of an answer.
 *
 * @param measured when, in ISO 8601
 * @param coded how many answers were coded then
 * @param groups by how the judged answers came to be coded
 * @param reliability whether probabilities can be taken at their word
 * @param codes in the order of the codebook
 * @param contradicted the codings that models contradict most, the clearest first
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

    /** The scores of some answers together. */
    public record Figures(
            int answers, double microF1, Interval microInterval, double macroF1, Interval macroInterval) {}

    /** Answers that came to be coded in the same way. */
    public record Group(AnswerSelection picking, Figures figures) {}

    /**
     * One code.
     *
     * @param code its id
     * @param confusedWith the name of the code that most often stands in its place; null if none ever does
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

    /** How many of the judged answers came at random and were coded without a suggestion. */
    public int judgedAtRandom() {
        return groups.stream()
                .filter(group -> group.picking() == AnswerSelection.AT_RANDOM)
                .mapToInt(group -> group.figures().answers())
                .sum();
    }
}

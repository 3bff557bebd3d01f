package org.verbacode.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.learning.Confusion;
import org.verbacode.learning.JudgedAnswer;
import org.verbacode.learning.Mistake;
import org.verbacode.learning.Scores;
import org.verbacode.study.AnswerId;

/**
 * How well models code answers they have not learned from, and how fast.
 *
 * @param codes all that were judged, in the order of the codebook
 * @param judgements every judged answer, once a repeat
 * @param quotes what was judged, for whom wants to read it
 * @param repeats the same evaluation with the answers dealt otherwise; empty if they were not dealt
 * @param trainSeconds reading the training answers and learning from them, all repeats together
 * @param predictSeconds reading the judged answers and suggesting codes for them, all repeats together
 */
public record Evaluation(
        List<Code> codes,
        Scores scores,
        List<JudgedAnswer> judgements,
        Map<AnswerId, Quote> quotes,
        List<Repeat> repeats,
        double trainSeconds,
        double predictSeconds) {

    /**
     * An answer as a person finds it again.
     *
     * @param whose wave and respondent, or the row's id
     */
    public record Quote(String whose, String text) {}

    /**
     * One way of dealing the answers, and what came of it.
     *
     * @param seed deals them the same way again
     */
    public record Repeat(long seed, double microF1, double macroF1) {}

    public Evaluation {
        codes = List.copyOf(codes);
        judgements = List.copyOf(judgements);
        quotes = Collections.unmodifiableMap(new LinkedHashMap<>(quotes));
        repeats = List.copyOf(repeats);
    }

    Evaluation with(List<Repeat> several) {
        return new Evaluation(codes, scores, judgements, quotes, several, trainSeconds, predictSeconds);
    }

    /** How well one of the codes was given. */
    public Scores.CodeScore score(Code code) {
        Scores.CodeScore score = scores.perCode().get(code.id());
        if (score == null) {
            throw new IllegalArgumentException("not a judged code: " + code.id());
        }
        return score;
    }

    /** The code that most often stands where another should; an empty name if none ever does. */
    public String confusedWith(Code code) {
        Confusion confusion = score(code).confusion();
        return confusion == null ? "" : code(confusion.with()).name();
    }

    /** One of the judged codes. */
    public Code code(CodeId id) {
        return codes.stream().filter(code -> code.id().equals(id)).findFirst().orElseThrow();
    }

    /** A judged answer as a person finds it again. */
    public Quote quote(AnswerId answer) {
        Quote quote = quotes.get(answer);
        if (quote == null) {
            throw new IllegalArgumentException("not a judged answer: " + answer);
        }
        return quote;
    }

    /** The coded pairs that the models contradict most, the worst first. */
    public List<Mistake> mistakes(int most) {
        return Mistake.worst(judgements, most);
    }

    /** How many answers were judged. */
    public int judged() {
        return (int) judgements.stream().map(JudgedAnswer::id).distinct().count();
    }

    /** How many answers a model reads and codes in a second. */
    public double answersPerSecond() {
        return predictSeconds == 0 ? 0 : judgements.size() / predictSeconds;
    }
}

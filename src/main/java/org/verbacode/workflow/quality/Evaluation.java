package org.verbacode.workflow.quality;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.quality.Confusion;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.LearningCurve;
import org.verbacode.quality.Mistake;
import org.verbacode.quality.Scores;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.workflow.model.AnswerSelection;
import org.verbacode.workflow.model.Quote;

/**
 * How well models code answers they have not learned from, and how fast.
 *
 * @param codes all that were judged, in the order of the codebook
 * @param learned those that some answer learned from bears
 * @param judgements every judged answer, once a repeat
 * @param quotes what was judged, for whom wants to read it
 * @param repeats the same evaluation with the answers dealt otherwise; empty if they were not dealt
 * @param groups the scores told apart by how the judged answers came to be coded; empty where that is not known
 * @param learners the same evaluation of other classifiers, by name
 * @param curve how quality grows with coded answers; null if that was not asked for
 * @param trainSeconds reading the training answers and learning from them, all repeats together
 * @param predictSeconds reading the judged answers and suggesting codes for them, all repeats together
 */
public record Evaluation(
        List<Code> codes,
        Set<CodeId> learned,
        Scores scores,
        List<JudgedAnswer> judgements,
        Map<AnswerId, Quote> quotes,
        List<Repeat> repeats,
        Map<AnswerSelection, Group> groups,
        Map<String, Evaluation> learners,
        @Nullable LearningCurve curve,
        double trainSeconds,
        double predictSeconds) {

    /**
     * Answers that came to be coded in the same way.
     *
     * @param answers how many were judged
     */
    public record Group(int answers, Scores scores) {}

    /**
     * One way of dealing the answers, and what came of it.
     *
     * @param seed deals them the same way again
     */
    public record Repeat(long seed, double microF1, double macroF1) {}

    public Evaluation {
        codes = List.copyOf(codes);
        learned = Set.copyOf(learned);
        judgements = List.copyOf(judgements);
        quotes = Collections.unmodifiableMap(new LinkedHashMap<>(quotes));
        repeats = List.copyOf(repeats);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        learners = Collections.unmodifiableMap(new LinkedHashMap<>(learners));
    }

    /** The same with what came of dealing the answers several times, and with the scores of groups of answers. */
    Evaluation with(List<Repeat> several, Map<AnswerSelection, Group> told) {
        return new Evaluation(
                codes,
                learned,
                scores,
                judgements,
                quotes,
                several,
                told,
                learners,
                curve,
                trainSeconds,
                predictSeconds);
    }

    /** The same with others beside it. */
    Evaluation beside(Map<String, Evaluation> others, @Nullable LearningCurve growing) {
        return new Evaluation(
                codes,
                learned,
                scores,
                judgements,
                quotes,
                repeats,
                groups,
                others,
                growing,
                trainSeconds,
                predictSeconds);
    }

    /** The scores had every code of probability ½ or more been given, and no other. */
    public Scores atEven() {
        return scores(judgements.stream().map(JudgedAnswer::atEven).toList());
    }

    /** The scores of some judgements of these codes. */
    Scores scores(List<JudgedAnswer> some) {
        return Scores.of(codes.stream().map(Code::id).toList(), learned, some);
    }

    /** The scores of a part of the judged answers; macro-F1 is over the codes that somebody gave in it. */
    Scores scoresOfPart(List<JudgedAnswer> part) {
        return Scores.of(codes.stream().map(Code::id).toList(), Set.of(), part);
    }

    /** Which of the groups' scores to believe; empty if how the answers came to be coded is not known. */
    public Optional<Message> whomToBelieve() {
        Group random = groups.get(AnswerSelection.AT_RANDOM);
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(AnswerSelection.whomToBelieve(random == null ? 0 : random.answers(), judged()));
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

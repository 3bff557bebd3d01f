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
 * Quality and speed of held-out predictions.
 *
 * @param codes all judged codes, in the order of the codebook
 * @param learned those that some training answer bears
 * @param judgements every judged answer, once per repeat
 * @param quotes the judged answers for display
 * @param repeats the results of each random partition; empty without partitions
 * @param groups the scores by how the judged answers were selected for coding; empty where unknown
 * @param learners the same evaluation of other learners, by name
 * @param curve the learning curve; null if not asked for
 * @param trainSeconds time to analyse and learn the training answers, over all repeats
 * @param predictSeconds time to analyse and predict the judged answers, over all repeats
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
     * Judged answers selected for coding in the same way.
     *
     * @param answers their number
     */
    public record Group(int answers, Scores scores) {}

    /**
     * One random partition and its result.
     *
     * @param seed of the partition
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

    /** The same with the results of several partitions and of groups of answers. */
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

    /** The same with other learners and a learning curve. */
    Evaluation with(Map<String, Evaluation> others, @Nullable LearningCurve growing) {
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

    /** The scores at a threshold of ½ for every code. */
    public Scores atEven() {
        return scores(judgements.stream().map(JudgedAnswer::atEven).toList());
    }

    /** The scores of some judgements. */
    Scores scores(List<JudgedAnswer> some) {
        return Scores.of(codes.stream().map(Code::id).toList(), learned, some);
    }

    /** The scores of a part of the judged answers; macro-F1 is over the codes given in it. */
    Scores scoresOfPart(List<JudgedAnswer> part) {
        return Scores.of(codes.stream().map(Code::id).toList(), Set.of(), part);
    }

    /** Which of the groups' scores to believe; empty if the selection is not known. */
    public Optional<Message> whomToBelieve() {
        Group random = groups.get(AnswerSelection.AT_RANDOM);
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(AnswerSelection.whomToBelieve(random == null ? 0 : random.answers(), judged()));
    }

    /** The scores of a code. */
    public Scores.CodeScore score(Code code) {
        Scores.CodeScore score = scores.perCode().get(code.id());
        if (score == null) {
            throw new IllegalArgumentException("not a judged code: " + code.id());
        }
        return score;
    }

    /** The name of the code most often confused with another; empty if there is none. */
    public String confusedWith(Code code) {
        Confusion confusion = score(code).confusion();
        return confusion == null ? "" : code(confusion.with()).name();
    }

    /** One of the judged codes. */
    public Code code(CodeId id) {
        return codes.stream().filter(code -> code.id().equals(id)).findFirst().orElseThrow();
    }

    /** A judged answer for display. */
    public Quote quote(AnswerId answer) {
        Quote quote = quotes.get(answer);
        if (quote == null) {
            throw new IllegalArgumentException("not a judged answer: " + answer);
        }
        return quote;
    }

    /** The most contradicted coded pairs, worst first. */
    public List<Mistake> mistakes(int most) {
        return Mistake.worst(judgements, most);
    }

    /** Number of judged answers. */
    public int judged() {
        return (int) judgements.stream().map(JudgedAnswer::id).distinct().count();
    }

    /** Number of answers analysed and coded per second. */
    public double answersPerSecond() {
        return predictSeconds == 0 ? 0 : judgements.size() / predictSeconds;
    }
}

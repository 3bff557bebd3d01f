package org.verbacode.workflow.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.Example;
import org.verbacode.learning.Learner;
import org.verbacode.learning.TrainingSet;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.Scores;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.model.Quote;

/** Trains on some answers and collects the predictions for others, with timings. */
final class HeldOutPredictions {
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final Learner learner;
    private final ParallelMap cores;
    private final List<JudgedAnswer> judged = new ArrayList<>();
    private final List<List<Suggestion>> suggestions = new ArrayList<>();
    private final Set<CodeId> learned = new HashSet<>();
    private double trainSeconds;
    private double predictSeconds;

    HeldOutPredictions(Learner learner, ParallelMap cores) {
        this.learner = learner;
        this.cores = cores;
    }

    /** Trains on some answers and predicts others. */
    void run(TrainingSet set, List<Example> others) {
        long start = System.nanoTime();
        Learner.Learned model = learner.learn(set);
        long trained = System.nanoTime();
        List<List<Suggestion>> said = new ArrayList<>(others.size());
        cores.each(others.iterator(), other -> model.suggest(other.id(), other.answer()), said::add);
        predictSeconds += seconds(System.nanoTime() - trained);
        trainSeconds += seconds(trained - start);
        for (int i = 0; i < others.size(); i++) {
            judged.add(JudgedAnswer.of(others.get(i).id(), others.get(i).considered(), said.get(i)));
        }
        suggestions.addAll(said);
        for (Example example : set.examples()) {
            example.considered().forEach((code, applies) -> {
                if (applies) {
                    learned.add(code);
                }
            });
        }
    }

    /** All judged answers, in order; answers judged repeatedly appear repeatedly. */
    List<JudgedAnswer> judgements() {
        return List.copyOf(judged);
    }

    /** The codes that some training answer bears. */
    Set<CodeId> learned() {
        return Set.copyOf(learned);
    }

    /** Number of judgements so far. */
    int judged() {
        return judged.size();
    }

    /** The suggestions of each judgement, in order. */
    List<List<Suggestion>> suggestions() {
        return List.copyOf(suggestions);
    }

    /** The scores of the judgements from an index on. */
    Scores scoresSince(int first, List<Code> codes) {
        return scores(codes, judged.subList(first, judged.size()));
    }

    private Scores scores(List<Code> codes, List<JudgedAnswer> answers) {
        return Scores.of(codes.stream().map(Code::id).toList(), learned, answers);
    }

    /**
     * The result.
     *
     * @param quotes the judged answers for display
     * @param readingTrained seconds to analyse the training answers
     * @param readingJudged seconds to analyse the judged answers
     */
    Evaluation evaluation(List<Code> codes, Map<AnswerId, Quote> quotes, double readingTrained, double readingJudged) {
        return new Evaluation(
                codes,
                learned,
                scores(codes, judged),
                judged,
                quotes,
                List.of(),
                Map.of(),
                Map.of(),
                null,
                readingTrained + trainSeconds,
                readingJudged + predictSeconds);
    }

    static double seconds(long nanoseconds) {
        return nanoseconds / NANOSECONDS_PER_SECOND;
    }
}

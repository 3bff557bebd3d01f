package org.verbacode.workflow.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.WekaLearner;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.Scores;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.AnswerSelection;
import org.verbacode.workflow.model.QuestionSnapshot;

/** Evaluates, on the codings of a question, how well a model codes answers that it has not learned from. */
public final class EvaluateModel {
    private final Workspace workspace;

    public EvaluateModel(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The evaluation design: which answers are trained on and which are judged. */
    public sealed interface Design {
        /**
         * Cross-validation.
         *
         * @param repeats number of random partitions, each with the next seed
         */
        record Folds(int count, int repeats) implements Design {
            public Folds {
                if (count < 2) {
                    throw new RefusedException(Message.of("workflow.quality.evaluate.folds", count));
                }
                if (repeats < 1) {
                    throw new RefusedException(Message.of("workflow.quality.evaluate.repeats", repeats));
                }
            }
        }

        /** Leave one wave out: each wave is judged by a model trained on the others. */
        record LeaveOneWaveOut() implements Design {}

        /** Train on some waves and judge on others. */
        record Waves(List<WaveName> train, List<WaveName> test) implements Design {
            public Waves {
                train = List.copyOf(train);
                test = List.copyOf(test);
                for (WaveName wave : test) {
                    if (train.contains(wave)) {
                        throw new RefusedException(Message.of("workflow.quality.evaluate.both", wave.value()));
                    }
                }
            }
        }
    }

    /** The same without other learners or a learning curve. */
    public Evaluation run(StudyName study, QuestionName name, Design design, Progress progress) {
        return run(study, name, design, EvaluationOptions.NOTHING, progress);
    }

    /**
     * Evaluates.
     *
     * @throws RefusedException if there is no such study, question, wave or classifier, or too little is coded
     */
    public Evaluation run(
            StudyName study, QuestionName name, Design design, EvaluationOptions options, Progress progress) {
        List<WekaLearner> learners = LearnerComparison.learners(options, workspace.cache());
        QuestionSnapshot question = QuestionSnapshot.of(workspace, study, name);
        if (design instanceof Design.Waves waves) {
            question.check(waves.train());
            question.check(waves.test());
        }
        question.checkTeaches(design instanceof Design.Waves waves ? Set.copyOf(waves.train()) : Set.of());
        FrenchAnalyser analyser = question.analyser(workspace);
        try (ParallelMap cores = new ParallelMap()) {
            long start = System.nanoTime();
            Map<AnswerId, AnalysedAnswer> read = question.read(workspace, analyser, cores, progress);
            double reading = HeldOutPredictions.seconds(System.nanoTime() - start) / Math.max(1, read.size());
            LearnerComparison trials = new LearnerComparison(
                    new Trainer(analyser, new WordVectors(workspace.cache())), learners, options.curve(), cores);
            int repeats = design instanceof Design.Folds folds ? folds.repeats() : 1;
            List<Evaluation.Repeat> results = new ArrayList<>();
            List<Code> codes = question.codebook().codes();
            for (int repeat = 0; repeat < repeats; repeat++) {
                long seed = QuestionSnapshot.SEED + repeat;
                int before = trials.own.judged();
                int past = repeat;
                trials.run(
                        splits(question, read, design, seed),
                        train -> question.trainingSet(train, read),
                        seed,
                        (task, done, all) -> progress.at(task, past * all + done, repeats * all));
                Scores scores = trials.own.scoresSince(before, codes);
                results.add(new Evaluation.Repeat(seed, scores.microF1(), scores.macroF1()));
            }
            Evaluation evaluation = trials.evaluation(
                    codes,
                    question.quotes(),
                    question.codings().size(),
                    reading * trials.learnedFrom(),
                    reading * trials.own.judged());
            return evaluation.with(design instanceof Design.Folds ? results : List.of(), groups(question, evaluation));
        }
    }

    /** The scores by how the judged answers were selected for coding. */
    private Map<AnswerSelection, Evaluation.Group> groups(QuestionSnapshot question, Evaluation evaluation) {
        Map<AnswerId, List<JudgedAnswer>> byAnswer = evaluation.judgements().stream()
                .collect(Collectors.groupingBy(JudgedAnswer::id, LinkedHashMap::new, Collectors.toList()));
        Map<AnswerSelection, List<AnswerId>> told = byAnswer.keySet().stream()
                .collect(Collectors.groupingBy(
                        id -> question.selection(workspace.database(), id),
                        () -> new EnumMap<>(AnswerSelection.class),
                        Collectors.toList()));
        Map<AnswerSelection, Evaluation.Group> groups = new EnumMap<>(AnswerSelection.class);
        told.forEach((selection, ids) -> groups.put(
                selection,
                new Evaluation.Group(
                        ids.size(),
                        evaluation.scoresOfPart(ids.stream()
                                .flatMap(id -> byAnswer.getOrDefault(id, List.of()).stream())
                                .toList()))));
        return groups;
    }

    private static List<TrainTestSplit> splits(
            QuestionSnapshot question, Map<AnswerId, AnalysedAnswer> read, Design design, long seed) {
        if (design instanceof Design.Waves waves) {
            List<Example> judged = question.examples(Set.copyOf(waves.test()), read);
            if (judged.isEmpty()) {
                throw new RefusedException(Message.of(
                        "workflow.quality.evaluate.uncoded",
                        waves.test().stream().map(WaveName::value).collect(Collectors.joining(", "))));
            }
            return List.of(new TrainTestSplit(question.examples(Set.copyOf(waves.train()), read), judged));
        }
        return design instanceof Design.Folds folds
                ? folds(question.examples(Set.of(), read), folds.count(), seed)
                : waves(question, read);
    }

    private static List<TrainTestSplit> folds(List<Example> examples, int count, long seed) {
        List<Example> dealt = new ArrayList<>(examples);
        Collections.shuffle(dealt, new Random(seed));
        List<TrainTestSplit> splits = new ArrayList<>();
        for (int fold = 0; fold < Math.min(count, Math.max(1, dealt.size())); fold++) {
            List<Example> train = new ArrayList<>();
            List<Example> judged = new ArrayList<>();
            for (int i = 0; i < dealt.size(); i++) {
                (i % count == fold ? judged : train).add(dealt.get(i));
            }
            splits.add(new TrainTestSplit(train, judged));
        }
        return splits;
    }

    private static List<TrainTestSplit> waves(QuestionSnapshot question, Map<AnswerId, AnalysedAnswer> read) {
        List<WaveName> coded = question.codedWaves();
        if (coded.size() < 2) {
            throw new RefusedException(Message.of(
                    "workflow.quality.evaluate.waves",
                    question.question().name().value()));
        }
        return coded.stream()
                .map(wave -> new TrainTestSplit(
                        question.examples(
                                coded.stream()
                                        .filter(other -> !other.equals(wave))
                                        .collect(Collectors.toSet()),
                                read),
                        question.examples(Set.of(wave), read)))
                .toList();
    }
}

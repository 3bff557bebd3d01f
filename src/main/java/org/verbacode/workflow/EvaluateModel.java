package org.verbacode.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.Scores;
import org.verbacode.learning.Trainer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/** Says how well a model trained on the codings of a question would code answers it has not learned from. */
public final class EvaluateModel {
    private static final Message TASK = Message.of("workflow.task.evaluating");

    private final Workspace workspace;

    public EvaluateModel(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Which answers are learned from and which are judged. */
    public sealed interface Design {
        /**
         * The coded answers are dealt into as many parts; each is judged by a model that learned from the others.
         *
         * @param repeats how many times they are dealt, each time with the next seed
         */
        record Folds(int count, int repeats) implements Design {
            public Folds {
                if (count < 2) {
                    throw new RefusedException(Message.of("workflow.evaluate.folds", count));
                }
                if (repeats < 1) {
                    throw new RefusedException(Message.of("workflow.evaluate.repeats", repeats));
                }
            }
        }

        /** Each wave is judged by a model that learned from the others. */
        record LeaveOneWaveOut() implements Design {}

        /** Some waves are learned from and others judged. */
        record Waves(List<WaveName> train, List<WaveName> test) implements Design {
            public Waves {
                train = List.copyOf(train);
                test = List.copyOf(test);
                for (WaveName wave : test) {
                    if (train.contains(wave)) {
                        throw new RefusedException(Message.of("workflow.evaluate.both", wave.value()));
                    }
                }
            }
        }
    }

    private record Split(List<Example> train, List<Example> judged) {}

    /** @throws RefusedException if there is no such study, question or wave, or too little is coded */
    public Evaluation run(StudyName study, QuestionName name, Design design, Progress progress) {
        CodedQuestion question = CodedQuestion.of(workspace, study, name);
        if (design instanceof Design.Waves waves) {
            question.check(waves.train());
            question.check(waves.test());
        }
        question.checkTeaches(design instanceof Design.Waves waves ? Set.copyOf(waves.train()) : Set.of());
        FrenchAnalyser analyser = question.analyser(workspace);
        try (AllCores cores = new AllCores()) {
            long start = System.nanoTime();
            Map<AnswerId, AnalysedAnswer> read = question.read(workspace, analyser, cores, progress);
            double reading = Trials.seconds(System.nanoTime() - start) / Math.max(1, read.size());
            Trials trials = new Trials(new Trainer(analyser, new WordVectors(workspace.cache())), cores);
            int repeats = design instanceof Design.Folds folds ? folds.repeats() : 1;
            List<Evaluation.Repeat> results = new ArrayList<>();
            int trained = 0;
            for (int repeat = 0; repeat < repeats; repeat++) {
                long seed = CodedQuestion.SEED + repeat;
                int before = trials.judged();
                List<Split> splits = splits(question, read, design, seed);
                for (int i = 0; i < splits.size(); i++) {
                    progress.at(TASK, (long) repeat * splits.size() + i, (long) repeats * splits.size());
                    Split split = splits.get(i);
                    trials.run(question.trainingSet(split.train(), read), split.judged());
                    trained += split.train().size();
                }
                Scores scores = trials.scoresSince(before, question.codebook().codes());
                results.add(new Evaluation.Repeat(seed, scores.microF1(), scores.macroF1()));
            }
            progress.at(TASK, 1, 1);
            Evaluation evaluation = trials.evaluation(
                    question.codebook().codes(), question.quotes(), reading * trained, reading * trials.judged());
            return design instanceof Design.Folds ? evaluation.with(results) : evaluation;
        }
    }

    private static List<Split> splits(
            CodedQuestion question, Map<AnswerId, AnalysedAnswer> read, Design design, long seed) {
        if (design instanceof Design.Waves waves) {
            List<Example> judged = question.examples(Set.copyOf(waves.test()), read);
            if (judged.isEmpty()) {
                throw new RefusedException(Message.of(
                        "workflow.evaluate.uncoded",
                        waves.test().stream().map(WaveName::value).collect(Collectors.joining(", "))));
            }
            return List.of(new Split(question.examples(Set.copyOf(waves.train()), read), judged));
        }
        return design instanceof Design.Folds folds
                ? folds(question.examples(Set.of(), read), folds.count(), seed)
                : waves(question, read);
    }

    private static List<Split> folds(List<Example> examples, int count, long seed) {
        List<Example> dealt = new ArrayList<>(examples);
        Collections.shuffle(dealt, new Random(seed));
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < Math.min(count, Math.max(1, dealt.size())); fold++) {
            List<Example> train = new ArrayList<>();
            List<Example> judged = new ArrayList<>();
            for (int i = 0; i < dealt.size(); i++) {
                (i % count == fold ? judged : train).add(dealt.get(i));
            }
            splits.add(new Split(train, judged));
        }
        return splits;
    }

    private static List<Split> waves(CodedQuestion question, Map<AnswerId, AnalysedAnswer> read) {
        List<WaveName> coded = question.codedWaves();
        if (coded.size() < 2) {
            throw new RefusedException(Message.of(
                    "workflow.evaluate.waves", question.question().name().value()));
        }
        return coded.stream()
                .map(wave -> new Split(
                        question.examples(
                                coded.stream()
                                        .filter(other -> !other.equals(wave))
                                        .collect(Collectors.toSet()),
                                read),
                        question.examples(Set.of(wave), read)))
                .toList();
    }
}

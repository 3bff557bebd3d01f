package org.verbacode.learning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.decision.Thresholds;
import org.verbacode.learning.decision.Thresholds.Judged;
import org.verbacode.learning.weka.TextAttributes;
import org.verbacode.learning.weka.WekaClassifier;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.SparseInstance;

/**
 * A classifier of Weka as a learner: one binary problem per code on {@link TextAttributes}. One probability
 * threshold, the same for all codes, is chosen inside the training answers.
 */
public final class WekaLearner implements Learner {
    /** Folds of the training answers on which the threshold is chosen. */
    public static final int PARTS = 3;

    private static final double EVEN_ODDS = 0.5;

    private final WekaClassifier untrained;

    private WekaLearner(WekaClassifier untrained) {
        this.untrained = untrained;
    }

    /**
     * Finds a classifier.
     *
     * @param words class name and options as Weka writes them: {@code weka.classifiers.functions.SMO -C 0.5}
     * @param home the folder for Weka's own files; no package is loaded from there
     * @throws RefusedException if there is no such classifier, it has no such options, or it cannot learn from texts
     */
    public static WekaLearner of(String words, Path home) {
        return new WekaLearner(WekaClassifier.of(words, home));
    }

    /** Class name and options as typed. */
    public String name() {
        return untrained.name();
    }

    @Override
    public Learned learn(TrainingSet set) {
        return learned(set, cut(set));
    }

    /** The threshold of best micro-F1, by cross-validation. */
    private double cut(TrainingSet set) {
        List<Example> dealt = new ArrayList<>(set.examples());
        Collections.shuffle(dealt, new Random(set.seed()));
        List<CodeId> codes = codes(set);
        List<Judged> judged = new ArrayList<>();
        for (int part = 0; part < Math.min(PARTS, dealt.size()); part++) {
            List<Example> train = new ArrayList<>();
            List<Example> out = new ArrayList<>();
            for (int i = 0; i < dealt.size(); i++) {
                (i % PARTS == part ? out : train).add(dealt.get(i));
            }
            List<AnalysedAnswer> others = new ArrayList<>(set.others());
            out.forEach(example -> others.add(example.answer()));
            Learned learned = learned(new TrainingSet(set.codebook(), train, others, set.seed()), EVEN_ODDS);
            for (Example example : out) {
                for (Suggestion said : learned.suggest(example.id(), example.answer())) {
                    Boolean applies = example.considered().get(said.code());
                    if (applies != null) {
                        judged.add(new Judged(codes.indexOf(said.code()), said.probability(), applies));
                    }
                }
            }
        }
        return judged.stream().anyMatch(Judged::applies) ? Thresholds.bestThreshold(judged) : EVEN_ODDS;
    }

    private static List<CodeId> codes(TrainingSet set) {
        return set.codebook().codes().stream().map(code -> code.id()).toList();
    }

    private Trained learned(TrainingSet set, double cut) {
        List<AnalysedAnswer> texts = Stream.concat(set.examples().stream().map(Example::answer), set.others().stream())
                .toList();
        TextAttributes attributes = new TextAttributes(texts);
        List<OneCode> codes =
                codes(set).stream().map(code -> oneCode(code, set, attributes)).toList();
        return new Trained(attributes, codes, cut);
    }

    private OneCode oneCode(CodeId code, TrainingSet set, TextAttributes attributes) {
        Instances rows = attributes.empty(set.examples().size());
        int applies = 0;
        for (Example example : set.examples()) {
            Boolean verdict = example.considered().get(code);
            if (verdict != null) {
                rows.add(attributes.row(example.answer(), verdict ? 1 : 0));
                applies += verdict ? 1 : 0;
            }
        }
        if (applies == 0 || applies == rows.size()) {
            return new OneCode(code, null, applies == 0 ? 0 : 1);
        }
        return new OneCode(code, untrained.trained(rows), 0);
    }

    /**
     * The classifier of one code.
     *
     * @param classifier null where all training answers agree
     * @param always the probability then
     */
    private record OneCode(CodeId code, @Nullable Classifier classifier, double always) {}

    /** Synchronised, because Weka's classifiers need not be thread-safe. */
    private final class Trained implements Learned {
        private final TextAttributes attributes;
        private final Instances header;
        private final List<OneCode> codes;
        private final double cut;

        Trained(TextAttributes attributes, List<OneCode> codes, double cut) {
            this.attributes = attributes;
            this.header = attributes.empty(0);
            this.codes = codes;
            this.cut = cut;
        }

        @Override
        public synchronized List<Suggestion> suggest(AnswerId id, AnalysedAnswer answer) {
            SparseInstance row = attributes.row(answer);
            row.setDataset(header);
            return codes.stream()
                    .map(code -> {
                        double probability = probability(code, row);
                        return new Suggestion(id, code.code(), probability, probability >= cut);
                    })
                    .collect(Collectors.toList());
        }

        private double probability(OneCode code, SparseInstance row) {
            Classifier classifier = code.classifier();
            if (classifier == null) {
                return code.always();
            }
            return untrained.probability(classifier, row);
        }
    }
}

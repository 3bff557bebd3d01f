package org.verbacode.learning.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.CodeId;
import org.verbacode.learning.Trainer;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.Scores;
import org.verbacode.study.AnswerId;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.CheckClassifier;
import weka.classifiers.Evaluation;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Check;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

class RidgeClassifierTest {
    private static Instances points(int n, long seed) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int d = 0; d < 6; d++) {
            attributes.add(new Attribute("x" + d));
        }
        attributes.add(new Attribute("code", List.of("no", "yes")));
        Instances points = new Instances("points", attributes, n);
        points.setClassIndex(6);
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            double[] values = new double[7];
            for (int d = 0; d < 6; d++) {
                values[d] = random.nextGaussian();
            }
            values[6] = values[0] - values[1] + random.nextGaussian() > 0 ? 1 : 0;
            points.add(new DenseInstance(1, values));
        }
        return points;
    }

    /** The output of one of Weka's checks, which is all it gives. */
    private static String printed(Check examination, Class<?> examined) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            examination.setOptions(new String[] {"-W", examined.getName()});
            examination.doTests();
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /**
     * The failures reported by a check: plain "no" after a failed test, and "no (OK error message)" where the
     * classifier rightly refuses data of a kind that it does not claim to handle.
     */
    private static List<String> failures(String printed) {
        return printed.lines()
                .dropWhile(line -> !line.contains("--> Classifier tests"))
                .filter(line -> line.toUpperCase(Locale.ROOT).contains("FAIL") || line.endsWith("...no"))
                .toList();
    }

    @Test
    void wekasExaminationFindsNothingWrong() throws Exception {
        String printed = printed(new CheckClassifier(), RidgeClassifier.class);

        assertThat(printed)
                .contains("options...yes")
                .contains("basic predict (nominal class, numeric predictors)...yes")
                .contains("classifier uses instance weights (nominal class, numeric predictors)...yes")
                .contains("basic predict (numeric class, numeric predictors)...no (OK error message)")
                .doesNotContainIgnoringCase("fail")
                .doesNotContainIgnoringCase("exception");
        assertThat(failures(printed)).isEmpty();
        assertThat(printed.lines().filter(line -> line.contains("..."))).hasSizeGreaterThan(40);
    }

    @Test
    void wekasExaminationsOfOptionsAndDescriptionsFindNothingWrong() throws Exception {
        assertThat(printed(new CheckOptionHandler(), RidgeClassifier.class))
                .contains("Canonical user options...yes", "Resetting options...yes")
                .doesNotContainIgnoringCase("fail")
                .doesNotContain("...no");
        assertThat(printed(new CheckGOE(), RidgeClassifier.class))
                .contains("Global info...yes", "Tool tips...yes")
                .doesNotContainIgnoringCase("fail")
                .doesNotContain("...no");
    }

    /** A classifier that changes its training data, which it must not. */
    public static final class Careless extends AbstractClassifier {
        private static final long serialVersionUID = 1L;
        private final RidgeClassifier ridge = new RidgeClassifier();

        @Override
        public Capabilities getCapabilities() {
            return ridge.getCapabilities();
        }

        @Override
        public void buildClassifier(Instances data) throws Exception {
            ridge.buildClassifier(data);
            data.delete(0);
        }

        @Override
        public double[] distributionForInstance(Instance instance) {
            return ridge.distributionForInstance(instance);
        }
    }

    @Test
    void theExaminationWouldNoticeAMistake() throws Exception {
        assertThat(failures(printed(new CheckClassifier(), Careless.class)))
                .anyMatch(failure -> failure.startsWith("classifier doesn't alter original datasets"));
    }

    @Test
    void itSaysWhatItIsAndWhereItComesFrom() {
        RidgeClassifier classifier = new RidgeClassifier();

        assertThat(classifier.getTechnicalInformation().toString()).contains("Rifkin", "2007", "Regularized");
        assertThat(classifier.globalInfo()).contains("Rifkin");
        assertThat(classifier.getRevision()).isEqualTo(Trainer.RECIPE);
    }

    @Test
    void scoresAreThoseOfTheRidgeOnTheKernel() throws Exception {
        Instances points = points(20, 3);
        double[][] kernel = new double[20][20];
        double[] targets = new double[20];
        for (int i = 0; i < 20; i++) {
            targets[i] = points.get(i).classValue() * 2 - 1;
            for (int j = 0; j < 20; j++) {
                for (int d = 0; d < 6; d++) {
                    kernel[i][j] += points.get(i).value(d) * points.get(j).value(d);
                }
            }
        }
        double[] alphas = DualRidgeTest.ridge(kernel).weights(targets);
        RidgeClassifier classifier = new RidgeClassifier();
        classifier.buildClassifier(points);

        for (int i = 0; i < 20; i++) {
            double expected = 0;
            for (int j = 0; j < 20; j++) {
                expected += (kernel[i][j] + DualRidge.CONSTANT) * alphas[j];
            }
            assertThat(classifier.score(points.get(i))).isCloseTo(expected, within(1e-10));
            assertThat(classifier.score(new SparseInstance(points.get(i)))).isCloseTo(expected, within(1e-10));
        }
    }

    /** Compares Weka's leave-one-out cross-validation with the closed form of Rifkin and Lippert 2007. */
    @Test
    void leftOutScoresAgreeWithWekasCrossValidation() throws Exception {
        Instances points = points(40, 5);
        Evaluation evaluation = new Evaluation(points);
        evaluation.crossValidateModel(new RidgeClassifier(), points, 40, new Random(1));
        double[][] kernel = new double[40][40];
        double[] targets = new double[40];
        for (int i = 0; i < 40; i++) {
            targets[i] = points.get(i).classValue() * 2 - 1;
            for (int j = 0; j < 40; j++) {
                for (int d = 0; d < 6; d++) {
                    kernel[i][j] += points.get(i).value(d) * points.get(j).value(d);
                }
            }
        }
        DualRidge ridge = DualRidgeTest.ridge(kernel);
        double[] leftOut = DualRidgeTest.leftOut(ridge, targets);
        int right = 0;
        for (int i = 0; i < 40; i++) {
            right += leftOut[i] * targets[i] > 0 ? 1 : 0;
        }

        assertThat(evaluation.correct()).isEqualTo(right);
    }

    /** Compares Weka's evaluation with ours on the same folds: all common figures are equal. */
    @Test
    void ourScoresAgreeWithWekasEvaluation() throws Exception {
        Instances points = points(90, 11);
        int folds = 5;
        Evaluation wekas = new Evaluation(points);
        CodeId code = new CodeId("code");
        List<JudgedAnswer> judged = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            Instances train = points.trainCV(folds, fold);
            Instances test = points.testCV(folds, fold);
            RidgeClassifier classifier = new RidgeClassifier();
            classifier.buildClassifier(train);
            wekas.setPriors(train);
            wekas.evaluateModel(classifier, test);
            for (Instance instance : test) {
                double probability = classifier.distributionForInstance(instance)[1];
                judged.add(new JudgedAnswer(
                                new AnswerId("%032x".formatted(judged.size())),
                                Map.of(code, instance.classValue() == 1),
                                Set.of(),
                                Map.of(code, probability))
                        .atEven());
            }
        }
        Scores ours = Scores.of(List.of(code), Set.of(), judged);
        Scores.CodeScore score = ours.perCode().get(code);

        assertThat(score).isNotNull();
        assertThat(wekas.numInstances()).isEqualTo(judged.size());
        assertThat(ours.exactMatch()).isCloseTo(wekas.pctCorrect() / 100, within(1e-12));
        assertThat(ours.microF1()).isCloseTo(wekas.fMeasure(1), within(1e-12));
        assertThat(score.precision()).isCloseTo(wekas.precision(1), within(1e-12));
        assertThat(score.recall()).isCloseTo(wekas.recall(1), within(1e-12));
        assertThat(score.support()).isEqualTo((int) (wekas.numTruePositives(1) + wekas.numFalseNegatives(1)));
        assertThat(Math.sqrt(ours.brier())).isCloseTo(wekas.rootMeanSquaredError(), within(1e-12));
        assertThat(score.f1()).as("neither perfect nor useless").isBetween(0.5, 0.95);
    }

    /** Codes that share one factorisation get the results of Weka's classifier for each code. */
    @Test
    void codesThatShareAFactorisationGetWhatEachWouldGetAlone() throws Exception {
        Instances points = points(30, 13);
        double[][] kernel = new double[30][30];
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 30; j++) {
                for (int d = 0; d < 6; d++) {
                    kernel[i][j] += points.get(i).value(d) * points.get(j).value(d);
                }
            }
        }
        DualRidge shared = DualRidgeTest.ridge(kernel);
        for (int code = 0; code < 4; code++) {
            double[] targets = new double[30];
            for (int i = 0; i < 30; i++) {
                boolean applies = points.get(i).value(code) > 0.3;
                points.get(i).setClassValue(applies ? 1 : 0);
                targets[i] = applies ? 1 : -1;
            }
            double[] leftOut = DualRidgeTest.leftOut(shared, targets);
            for (int i = 0; i < 30; i++) {
                Instances others = new Instances(points);
                others.delete(i);
                RidgeClassifier without = new RidgeClassifier();
                without.buildClassifier(others);
                assertThat(leftOut[i]).isCloseTo(without.score(points.get(i)), within(1e-9));
            }
        }
    }

    @Test
    void anInstanceOfWeightTwoCountsAsTwo() throws Exception {
        Instances once = points(15, 9);
        Instances twice = new Instances(once);
        once.get(0).setWeight(2);
        twice.add(twice.get(0));
        RidgeClassifier weighted = new RidgeClassifier();
        RidgeClassifier doubled = new RidgeClassifier();
        weighted.buildClassifier(once);
        doubled.buildClassifier(twice);

        assertThat(weighted.score(once.get(7))).isCloseTo(doubled.score(once.get(7)), within(1e-10));
    }

    @Test
    void optionsSetThePenaltyAndAreGivenBack() throws Exception {
        RidgeClassifier classifier = new RidgeClassifier();
        classifier.setOptions(new String[] {"-R", "2.5"});

        assertThat(classifier.getPenalty()).isEqualTo(2.5);
        assertThat(classifier.getOptions()).startsWith("-R", "2.5");
        RidgeClassifier same = new RidgeClassifier();
        same.setOptions(classifier.getOptions());
        assertThat(same.getOptions()).isEqualTo(classifier.getOptions());
        assertThatThrownBy(() -> classifier.setOptions(new String[] {"-Z"})).hasMessageContaining("-Z");
        assertThatThrownBy(() -> classifier.setPenalty(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

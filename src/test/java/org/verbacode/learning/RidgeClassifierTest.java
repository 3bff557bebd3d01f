package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.CheckClassifier;
import weka.classifiers.Evaluation;
import weka.core.Attribute;
import weka.core.DenseInstance;
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

    /** What Weka's own examination prints, which is all it gives. */
    @Test
    void wekasExaminationFindsNothingWrong() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            CheckClassifier examination = new CheckClassifier();
            examination.setOptions(new String[] {"-W", RidgeClassifier.class.getName()});
            examination.doTests();
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("basic predict (nominal class, numeric predictors)...yes")
                .contains("classifier uses instance weights (nominal class, numeric predictors)...yes")
                .doesNotContainIgnoringCase("fail");
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
        double[] alphas = new DualRidge(kernel).weights(targets);
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

    /** Weka's cross-validation with a fold an instance, against the closed form of Rifkin and Lippert 2007. */
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
        DualRidge ridge = new DualRidge(kernel);
        double[] leftOut = ridge.leftOut(targets, ridge.weights(targets));
        int right = 0;
        for (int i = 0; i < 40; i++) {
            right += leftOut[i] * targets[i] > 0 ? 1 : 0;
        }

        assertThat(evaluation.correct()).isEqualTo(right);
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
        assertThatThrownBy(() -> classifier.setPenalty(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.verbacode.learning.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.verbacode.learning.features.LemmaVectors;

class DualRidgeTest {
    /** Compares the leave-one-out equation of Rifkin and Lippert 2007 with training without the text. */
    @Test
    void leftOutScoresAreThoseOfTrainingWithoutTheText() {
        Random random = new Random(7);
        int n = 12;
        double[][] points = new double[n][5];
        double[] target = new double[n];
        for (int i = 0; i < n; i++) {
            points[i] = IntStream.range(0, 5)
                    .mapToDouble(d -> random.nextGaussian())
                    .toArray();
            target[i] = random.nextBoolean() ? 1 : -1;
        }
        double[] leftOut = leftOut(ridge(kernel(points)), target);
        for (int out = 0; out < n; out++) {
            int without = out;
            int[] rest = IntStream.range(0, n).filter(i -> i != without).toArray();
            double[][] others = IntStream.of(rest).mapToObj(i -> points[i]).toArray(double[][]::new);
            double[] weights = ridge(kernel(others))
                    .weights(IntStream.of(rest).mapToDouble(i -> target[i]).toArray());
            double score = 0;
            for (int i = 0; i < others.length; i++) {
                score += (LemmaVectors.dot(points[out], others[i]) + DualRidge.CONSTANT) * weights[i];
            }
            assertThat(leftOut[out]).isCloseTo(score, within(1e-10));
        }
    }

    /** A text added twice with half the weight is the text added once. */
    @Test
    void aTextOfHalfTheWeightTwiceCountsAsTheTextOnce() {
        double[][] points = {{1, 2}, {-1, .5}, {.3, -2}};
        double[][] halved = {points[0], points[1], points[2], points[2]};
        double[] noise = {DualRidge.PENALTY, DualRidge.PENALTY, 2 * DualRidge.PENALTY, 2 * DualRidge.PENALTY};

        double[] whole = ridge(kernel(points)).weights(new double[] {1, -1, 1});
        double[] halves = new DualRidge(kernel(halved), noise).weights(new double[] {1, -1, 1, 1});

        assertThat(halves[0]).isCloseTo(whole[0], within(1e-12));
        assertThat(halves[1]).isCloseTo(whole[1], within(1e-12));
        assertThat(halves[2] + halves[3]).isCloseTo(whole[2], within(1e-12));
        assertThat(halves[2]).isCloseTo(halves[3], within(1e-12));
    }

    /** A ridge with equal noise for all texts. */
    static DualRidge ridge(double[][] kernel) {
        double[] noise = new double[kernel.length];
        Arrays.fill(noise, DualRidge.PENALTY);
        return new DualRidge(kernel, noise);
    }

    /** The leave-one-out score of each text. */
    static double[] leftOut(DualRidge ridge, double[] target) {
        double[] weights = ridge.weights(target);
        return IntStream.range(0, target.length)
                .mapToDouble(i -> target[i] - weights[i] / ridge.diagonal(i))
                .toArray();
    }

    private static double[][] kernel(double[][] points) {
        double[][] kernel = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                kernel[i][j] = LemmaVectors.dot(points[i], points[j]);
            }
        }
        return kernel;
    }
}

package org.verbacode.learning.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.learning.features.LemmaVectors;

class InverseTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void aMatrixTimesItsInverseIsTheIdentity(int n) {
        Random random = new Random(n);
        double[][] points = new double[n][n];
        for (double[] point : points) {
            for (int d = 0; d < n; d++) {
                point[d] = random.nextGaussian();
            }
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = LemmaVectors.dot(points[i], points[j]) + (i == j ? 0.7 : 0);
            }
        }
        double[][] lower = Inverse.of(matrix);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = 0;
                for (int k = 0; k < n; k++) {
                    product += matrix[i][k] * lower[Math.max(j, k)][Math.min(j, k)];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void aMatrixWithoutInverseIsRefused() {
        assertThatThrownBy(() -> Inverse.of(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

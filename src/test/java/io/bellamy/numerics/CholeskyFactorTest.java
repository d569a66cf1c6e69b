package io.bellamy.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyFactorTest {

    /** Answers must not change in a digit with how fast they are computed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 13, 40})
    void fourRowsAtATimeGiveWhatRowByRowGivesToTheLastBit(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[][] matrix = new double[size][size];
        double[] vector = new double[size];
        for (int i = 0; i < size; i++) {
            vector[i] = random.nextGaussian();
            for (int j = i; j < size; j++) {
                matrix[i][j] = Math.exp(-Math.abs(i - j) * random.nextDouble()) / 4 + (i == j ? size : 0);
            }
        }
        double[] whitened = CholeskyFactor.of(matrix).orElseThrow().whiten(vector);
        double[] expected = vector.clone();
        for (int k = 0; k < size; k++) {
            // the matrix has become the factor
            expected[k] /= matrix[k][k];
            for (int j = k + 1; j < size; j++) {
                expected[j] -= expected[k] * matrix[k][j];
            }
        }
        assertThat(whitened).isEqualTo(expected);
    }
}

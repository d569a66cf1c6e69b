package io.bellamy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.bellamy.features.FittedColumns;
import io.bellamy.features.FittedColumns.Standardised;
import io.bellamy.features.ScaleOutColumn;
import io.bellamy.job.Runs;
import io.bellamy.model.PerceptronShape.Activation;
import io.bellamy.natives.TensorEngine;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plain forward pass against that of the engine. */
class PerceptronTest {

    private static final int NETWORKS = 3;
    private static final int ROWS = 4;
    private static final int INPUTS = 5;

    private final RandomGenerator random = new Seed(7).generator();

    private float[] numbers(int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static List<Float> boxed(float[] values, int from, int length) {
        List<Float> boxed = new ArrayList<>();
        for (int i = from; i < from + length; i++) {
            boxed.add(values[i]);
        }
        return boxed;
    }

    /** All weights are random, biases too, and every network has rows of its own or all have the same. */
    @ParameterizedTest
    @CsvSource({"1, 1, SILU, 3", "1, 6, TANH, 1", "2, 7, SILU, 1", "3, 4, TANH, 3", "4, 6, SILU, 3"})
    void bothPassesSayTheSame(int layers, int width, Activation activation, int inputsOf) {
        PerceptronShape shape = new PerceptronShape(INPUTS, layers, width, activation);
        float[] weights = numbers(NETWORKS * shape.size());
        float[] inputs = numbers(inputsOf * ROWS * INPUTS);
        try (NDManager manager = TensorEngine.newManager()) {
            NDArray expected = new PerceptronPass(
                            manager,
                            shape,
                            manager.create(inputs, new Shape(inputsOf, ROWS, INPUTS)),
                            manager.create(weights, new Shape(NETWORKS, shape.size())))
                    .predicted();
            assertThat(expected.getShape()).isEqualTo(new Shape(NETWORKS, ROWS));
            for (int k = 0; k < NETWORKS; k++) {
                for (int row = 0; row < ROWS; row++) {
                    double[] columns = new double[INPUTS];
                    for (int i = 0; i < INPUTS; i++) {
                        columns[i] = inputs[((inputsOf == 1 ? 0 : k) * ROWS + row) * INPUTS + i];
                    }
                    double actual = PerceptronForward.apply(
                            shape, PackedFloats.copyOf(boxed(weights, k * shape.size(), shape.size())), columns);
                    double there = expected.getFloat(k, row);
                    assertThat(actual).isCloseTo(there, within(1e-5 * Math.max(1, Math.abs(there))));
                }
            }
        }
    }

    /** The loss is a weighted sum of the predictions; each weight of each network is moved a little. */
    @ParameterizedTest
    @CsvSource({"1, 1, SILU", "1, 6, TANH", "2, 7, SILU", "3, 4, TANH", "4, 6, SILU"})
    void theGradientIsThatOfFiniteDifferences(int layers, int width, Activation activation) {
        PerceptronShape shape = new PerceptronShape(INPUTS, layers, width, activation);
        float[] weights = numbers(NETWORKS * shape.size());
        float[] inputs = numbers(NETWORKS * ROWS * INPUTS);
        float[] slopes = numbers(NETWORKS * ROWS);
        float[] gradient;
        try (NDManager manager = TensorEngine.newManager()) {
            gradient = new PerceptronPass(
                            manager,
                            shape,
                            manager.create(inputs, new Shape(NETWORKS, ROWS, INPUTS)),
                            manager.create(weights, new Shape(NETWORKS, shape.size())))
                    .gradient(manager.create(slopes, new Shape(NETWORKS, ROWS)))
                    .toFloatArray();
        }
        double step = 1e-3;
        for (int i = 0; i < weights.length; i++) {
            int k = i / shape.size();
            double difference = 0;
            for (double side : List.of(-1.0, 1.0)) {
                float[] moved = Arrays.copyOfRange(weights, k * shape.size(), (k + 1) * shape.size());
                double from = moved[i % shape.size()];
                moved[i % shape.size()] = (float) (from + side * step);
                double width2 = 2 * step;
                for (int row = 0; row < ROWS; row++) {
                    double[] columns = new double[INPUTS];
                    for (int c = 0; c < INPUTS; c++) {
                        columns[c] = inputs[(k * ROWS + row) * INPUTS + c];
                    }
                    double value =
                            PerceptronForward.apply(shape, PackedFloats.copyOf(boxed(moved, 0, shape.size())), columns);
                    difference += side * slopes[k * ROWS + row] * value / width2;
                }
            }
            assertThat((double) gradient[i]).isCloseTo(difference, within(2e-3 * Math.max(1, Math.abs(difference))));
        }
    }

    @Test
    void biasesStartAtZeroAndNothingElseDoes() {
        PerceptronShape shape = new PerceptronShape(2, 2, 3, Activation.SILU);
        assertThat(shape.size()).isEqualTo(2 * 3 + 3 + 3 * 3 + 3 + 3 + 1 + 2);
        float[] weights = shape.randomWeights(random);
        for (int i = 0; i < weights.length; i++) {
            boolean bias = (i >= 6 && i < 9) || (i >= 18 && i < 21) || i == 24;
            assertThat(weights[i] == 0).isEqualTo(bias);
        }
    }

    @Test
    void anEnsembleIsTheMeanOfItsMembersAndRefusesWhatDoesNotFit() {
        PerceptronShape shape = new PerceptronShape(1, 1, 2, Activation.TANH);
        FittedColumns columns = new FittedColumns(List.of(new Standardised(new ScaleOutColumn.LogScaleOut(), 1, 2)));
        List<Ensemble.Member> members = new ArrayList<>();
        double sum = 0;
        for (int k = 0; k < 2; k++) {
            List<Float> own = boxed(numbers(shape.size()), 0, shape.size());
            members.add(new Ensemble.Member(shape, columns, own));
            sum += PerceptronForward.apply(shape, PackedFloats.copyOf(own), new double[] {(Math.log(8) - 1) / 2});
        }
        assertThat(new Ensemble(3, 0.5, members).logRuntime(8, Runs.values(Map.of())))
                .isCloseTo(3 + 0.5 * sum / 2, within(1e-12));
        for (int length : List.of(shape.size() - 1, shape.size() + 1)) {
            List<Float> wrong = boxed(new float[length], 0, length);
            assertThatThrownBy(() -> new Ensemble.Member(shape, columns, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(shape.size() + " weights");
        }
        List<Float> right = boxed(new float[shape.size()], 0, shape.size());
        assertThatThrownBy(() -> new Ensemble.Member(shape, new FittedColumns(List.of()), right))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ensemble(0, 1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}

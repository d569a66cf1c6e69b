package io.bellamy.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuntimeDistributionTest {

    static Stream<RuntimeDistribution> distributions() {
        return Stream.of(
                new RuntimeDistribution(List.of(new Component(1, 4, 0.04))),
                new RuntimeDistribution(List.of(new Component(0.9, 4, 0.01), new Component(0.1, 4.5, 1))),
                new RuntimeDistribution(List.of(new Component(0.4, 2, 0.01), new Component(0.6, 6, 0.25))));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void quantilesAndProbabilitiesBelongTogether(RuntimeDistribution runtime) {
        for (double probability : List.of(1e-6, 0.05, 0.3, 0.5, 0.95, 1 - 1e-6)) {
            assertThat(runtime.cumulative(runtime.quantile(probability))).isCloseTo(probability, within(1e-9));
        }
        double below = 0;
        for (Component part : runtime.parts()) {
            below += part.weight() * integral(part, Math.exp(4.2), seconds -> 1);
        }
        assertThat(runtime.cumulative(Math.exp(4.2))).isCloseTo(below, within(1e-4));
    }

    /** Half of the runs lie within half a deviation, 95 % within 2.5. */
    @Test
    void aCalibratedProbabilityIsThatOfItsQuantile() {
        RuntimeDistribution runtime = new RuntimeDistribution(
                List.of(new Component(1, 4, 0.04)), new Calibration(List.of(0.5, 1.2, 1.7, 2.5)));
        assertThat(runtime.median()).isCloseTo(Math.exp(4), within(1e-6));
        assertThat(Math.log(runtime.interval(0.5).upper())).isCloseTo(4 + 0.5 * 0.2, within(1e-6));
        assertThat(Math.log(runtime.interval(0.95).lower())).isCloseTo(4 - 2.5 * 0.2, within(1e-6));
        for (double probability : List.of(1e-6, 0.05, 0.3, 0.5, 0.95, 1 - 1e-6)) {
            assertThat(runtime.cumulative(runtime.quantile(probability))).isCloseTo(probability, within(1e-7));
        }
        assertThat(runtime.cumulative(Math.exp(4 + 0.5 * 0.2))).isCloseTo(0.75, within(1e-9));
    }

    /** Whatever a model says: parts far apart, as sharp or as wide as they come, and probabilities that are worth little. */
    @Test
    void theMedianLiesInEveryIntervalAndWiderOnesHoldNarrowerOnes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            RuntimeDistribution runtime = any(random);
            double median = runtime.median();
            double lower = median;
            double upper = median;
            for (double level : List.of(1e-12, 0.001, 0.1, 0.5, 0.9, 0.95, 0.999, 1 - 1e-12)) {
                assertThat(runtime.interval(level).lower())
                        .as("%s, %s", runtime, level)
                        .isPositive();
                assertThat(runtime.interval(level).lower())
                        .as("%s, %s", runtime, level)
                        .isLessThanOrEqualTo(Math.nextUp(lower * (1 + 1e-8)));
                assertThat(runtime.interval(level).upper())
                        .as("%s, %s", runtime, level)
                        .isFinite()
                        .isGreaterThanOrEqualTo(upper * (1 - 1e-8));
                assertThat(median)
                        .isBetween(
                                runtime.interval(level).lower(),
                                runtime.interval(level).upper());
                lower = runtime.interval(level).lower();
                upper = runtime.interval(level).upper();
            }
        }
    }

    private static RuntimeDistribution any(SplittableRandom random) {
        int parts = 1 + random.nextInt(6);
        double[] weights = random.doubles(parts).map(weight -> weight + 1e-6).toArray();
        double all = DoubleStream.of(weights).sum();
        double reach = 0;
        List<Double> reaches = new ArrayList<>();
        for (int i = 0; i < Calibration.LEVELS.size(); i++) {
            reach += 0.01 + 1.9 * random.nextDouble();
            reaches.add(reach);
        }
        return new RuntimeDistribution(
                DoubleStream.of(weights)
                        .mapToObj(weight -> new Component(
                                weight / all, 20 * random.nextDouble(), Math.pow(10, -20 + 22 * random.nextDouble())))
                        .toList(),
                new Calibration(reaches));
    }

    /** The mean of a function of the seconds, as far as they are below a limit. */
    private static double integral(Component part, double limit, DoubleUnaryOperator function) {
        double deviation = Math.sqrt(part.variance());
        double step = 1e-4;
        double sum = 0;
        for (double z = -9; z < 9; z += step) {
            double seconds = Math.exp(part.mean() + deviation * z);
            if (seconds <= limit) {
                sum += step * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * function.applyAsDouble(seconds);
            }
        }
        return sum;
    }
}

package io.bellamy.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution.Part;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuntimeDistributionTest {

    static Stream<RuntimeDistribution> distributions() {
        return Stream.of(
                new RuntimeDistribution(List.of(new Part(1, 4, 0.04))),
                new RuntimeDistribution(List.of(new Part(0.9, 4, 0.01), new Part(0.1, 4.5, 1))),
                new RuntimeDistribution(List.of(new Part(0.4, 2, 0.01), new Part(0.6, 6, 0.25))));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void quantilesAndProbabilitiesBelongTogether(RuntimeDistribution runtime) {
        for (double probability : List.of(1e-6, 0.05, 0.3, 0.5, 0.95, 1 - 1e-6)) {
            assertThat(runtime.cumulative(runtime.quantile(probability))).isCloseTo(probability, within(1e-9));
        }
        double below = 0;
        for (Part part : runtime.parts()) {
            below += part.weight() * integral(part, Math.exp(4.2), seconds -> 1);
        }
        assertThat(runtime.cumulative(Math.exp(4.2))).isCloseTo(below, within(1e-4));
    }

    /** Against the expected relative error, integrated numerically. */
    @ParameterizedTest
    @MethodSource("distributions")
    void noOtherAnswerHasASmallerRelativeError(RuntimeDistribution runtime) {
        double best = runtime.leastRelativeError();
        double least = relativeError(runtime, best);
        for (double factor : List.of(0.2, 0.9, 0.97, 1.03, 1.1, 5.0)) {
            assertThat(relativeError(runtime, best * factor)).isGreaterThan(least);
        }
        assertThat(best).isLessThan(runtime.quantile(0.5));
    }

    private static double relativeError(RuntimeDistribution runtime, double answer) {
        return runtime.parts().stream()
                .mapToDouble(part -> part.weight()
                        * integral(part, Double.POSITIVE_INFINITY, seconds -> Math.abs(answer - seconds) / seconds))
                .sum();
    }

    /** The mean of a function of the seconds, as far as they are below a limit. */
    private static double integral(Part part, double limit, DoubleUnaryOperator function) {
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

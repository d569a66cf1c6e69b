package io.bellamy.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.baseline.Ernest.ErnestPoint;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ernest against the figures published with it, and Bell where Ernest can't follow. */
class ErnestTest {

    @Test
    void thePublishedPointsGiveThePublishedCoefficients() {
        Ernest ernest = Ernest.fit(List.of(
                new ErnestPoint(32, 0.125, 7.94516801834),
                new ErnestPoint(4, 0.015625, 4.72029209137),
                new ErnestPoint(4, 0.021382, 4.87661099434),
                new ErnestPoint(12, 0.050164, 6.71376490593),
                new ErnestPoint(12, 0.055921, 6.71519398689),
                new ErnestPoint(12, 0.061678, 6.6739718914),
                new ErnestPoint(16, 0.061678, 6.83566999435)));

        assertThat(ernest.fixed()).isCloseTo(1.90012687, within(5e-9));
        assertThat(ernest.shared()).isCloseTo(162.19821226, within(5e-9));
        assertThat(ernest.linear()).isZero();
        assertThat(ernest.logarithmic()).isCloseTo(1.58832362, within(5e-9));
        assertThat(ernest.runtime(4, 1)).isCloseTo(44.6515640166, within(1e-9));
        assertThat(ernest.runtime(28, 1)).isCloseTo(12.9855393036, within(1e-9));
    }

    @Test
    void aCurveOfItsOwnKindIsReproduced() {
        DoubleUnaryOperator curve = x -> 5 + 4 * Math.log(x) + 3 / x + 2 * x;
        Ernest ernest = Ernest.ofOneSize(points(curve, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

        IntStream.rangeClosed(1, 10)
                .forEach(x -> assertThat(ernest.applyAsDouble(x)).isCloseTo(curve.applyAsDouble(x), within(1e-7)));
    }

    @Test
    void bellLeavesErnestWhereTheCurveFallsInAStraightLineAndKeepsItElsewhere() {
        List<ScaleOutPoint> straight = points(x -> 1000 - 70 * x, 2, 4, 6, 8, 10, 12);
        assertThat(Math.abs(Ernest.ofOneSize(straight).applyAsDouble(7) - 510)).isGreaterThan(50);
        assertThat(Bell.fit(straight).applyAsDouble(7)).isCloseTo(510, within(1.0));
        assertThat(Bell.fit(straight).applyAsDouble(16)).isPositive();

        List<ScaleOutPoint> shared = points(x -> 20 + 1000 / x, 2, 4, 6, 8, 10, 12);
        assertThat(Bell.fit(shared).applyAsDouble(24)).isCloseTo(20 + 1000 / 24.0, within(1e-6));
    }

    private static List<ScaleOutPoint> points(DoubleUnaryOperator curve, int... scaleOuts) {
        return IntStream.of(scaleOuts)
                .mapToObj(x -> new ScaleOutPoint(x, curve.applyAsDouble(x)))
                .toList();
    }
}

package io.bellamy.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.ResidualKernel.Knot;
import io.bellamy.adaptation.ResidualPrior.Size;
import io.bellamy.adaptation.RuntimeDistribution.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualPriorTest {

    private static final double LOG_RUNTIME = 5;
    private static final double CENTRE = Math.log(6);

    private static final ResidualKernel KERNEL = new ResidualKernel(
            0.3, 0.1, 0.2, 0.15, 0.8, CENTRE, 0.2, List.of(new Knot(Math.log(2), 0.02), new Knot(Math.log(8), 0.08)));

    private static ResidualPrior prior(double outlierShare) {
        return prior(outlierShare, List.of(new Size(2, 1)));
    }

    private static ResidualPrior prior(double outlierShare, List<Size> sizes) {
        return new ResidualPrior(
                KERNEL, sizes, new RunNoise(0.05, List.of(new RunNoise.Outliers(CENTRE, outlierShare, 1))));
    }

    private static RuntimeDistribution at(ResidualPrior prior, int scaleOut, ResidualPoint... points) {
        return prior.given(List.of(points)).at(scaleOut, LOG_RUNTIME);
    }

    private static Component main(RuntimeDistribution runtime) {
        return runtime.parts().stream()
                .max(Comparator.comparingDouble(Component::weight))
                .orElseThrow();
    }

    /** The kernel of the prior, at size 2, once more. */
    private static double covariance(double x, double y) {
        double u = Math.log(x) - CENTRE;
        double v = Math.log(y) - CENTRE;
        return 4
                * (0.09
                        + 0.01 * u * v
                        + 0.04 * (1 / x - 0.2) * (1 / y - 0.2)
                        + 0.0225 * Math.exp(-(u - v) * (u - v) / (2 * 0.64)));
    }

    /** At 4, half-way between 2 and 8, the own deviation is 0.04, the geometric mean. */
    private static double own(int scaleOut) {
        return scaleOut == 4 ? 0.0016 : scaleOut == 2 ? 0.0004 : 0.0064;
    }

    private static double noise(int runs) {
        return runs == 1 ? 0.0025 : 0.0025 * Math.PI / 2 / runs;
    }

    @Test
    void conditionsAsAnyGaussianProcess() {
        Component none = main(at(prior(1e-12), 4));
        assertThat(none.mean()).isCloseTo(LOG_RUNTIME, within(1e-12));
        assertThat(none.variance()).isCloseTo(covariance(4, 4) + own(4) + noise(1), within(1e-12));

        Component one = main(at(prior(1e-12), 4, new ResidualPoint(2, 0.7, 1)));
        double whole = covariance(2, 2) + own(2) + noise(1);
        assertThat(one.mean()).isCloseTo(LOG_RUNTIME + covariance(4, 2) / whole * 0.7, within(1e-9));
        assertThat(one.variance())
                .isCloseTo(
                        covariance(4, 4) + own(4) + noise(1) - covariance(4, 2) * covariance(4, 2) / whole,
                        within(1e-9));

        Component two = main(at(prior(1e-12), 4, new ResidualPoint(2, 0.7, 1), new ResidualPoint(8, -0.1, 3)));
        double a = covariance(2, 2) + own(2) + noise(1);
        double b = covariance(2, 8);
        double d = covariance(8, 8) + own(8) + noise(3);
        double determinant = a * d - b * b;
        double first = (d * covariance(4, 2) - b * covariance(4, 8)) / determinant;
        double second = (a * covariance(4, 8) - b * covariance(4, 2)) / determinant;
        assertThat(two.mean()).isCloseTo(LOG_RUNTIME + first * 0.7 - second * 0.1, within(1e-9));
        assertThat(two.variance())
                .isCloseTo(
                        covariance(4, 4) + own(4) + noise(1) - first * covariance(4, 2) - second * covariance(4, 8),
                        within(1e-9));
    }

    /** What is of a scale-out's own is there in every run of the context at this scale-out. */
    @Test
    void whatIsKnownOfAScaleOutCountsThereInFull() {
        Component same = main(at(prior(1e-12), 8, new ResidualPoint(8, 0.7, 1)));
        double signal = covariance(8, 8) + own(8);
        assertThat(same.mean()).isCloseTo(LOG_RUNTIME + signal / (signal + noise(1)) * 0.7, within(1e-9));
        assertThat(same.variance()).isCloseTo(signal - signal * signal / (signal + noise(1)) + noise(1), within(1e-9));
        Component often = main(at(prior(1e-12), 8, new ResidualPoint(8, 0.7, 100_000)));
        assertThat(often.mean()).isCloseTo(LOG_RUNTIME + 0.7, within(1e-5));
        assertThat(often.variance()).isCloseTo(noise(1), within(1e-5));
    }

    @Test
    void allWeightsAreThereAndTheSizesShareThem() {
        ResidualPrior prior = prior(0.05, List.of(new Size(0.1, 0.5), new Size(4, 0.5)));
        for (double residual : List.of(0.01, 1.5)) {
            RuntimeDistribution runtime =
                    at(prior, 4, new ResidualPoint(2, residual, 1), new ResidualPoint(8, residual, 1));
            assertThat(runtime.parts().stream().mapToDouble(Component::weight).sum())
                    .isCloseTo(1, within(1e-6));
        }
        // a model that is off by little at two places is believed to be off by little, and the other way round
        assertThat(width(at(prior, 6, new ResidualPoint(2, 0.01, 1))))
                .isLessThan(width(at(prior, 6, new ResidualPoint(2, 1.5, 1))) / 2);
    }

    private static double width(RuntimeDistribution runtime) {
        return Math.log(runtime.quantile(0.95) / runtime.quantile(0.05));
    }

    @Test
    void oneGrossOutlierAmongFourThatAgreeIsDiscounted() {
        ResidualPoint[] five = {
            new ResidualPoint(2, 0.2, 1),
            new ResidualPoint(4, 0.22, 1),
            new ResidualPoint(6, 2.2, 1),
            new ResidualPoint(8, 0.19, 1),
            new ResidualPoint(10, 0.2, 1)
        };
        ResidualPrior robust = prior(0.03);
        ResidualPrior gullible = new ResidualPrior(
                KERNEL, robust.sizes(), new RunNoise(0.05, List.of(new RunNoise.Outliers(CENTRE, 0.03, 1e-3))));
        ResidualPoint[] four = {five[0], five[1], five[3], five[4]};
        double expected = Math.log(at(robust, 7, four).quantile(0.5));
        assertThat(Math.log(at(robust, 7, five).quantile(0.5))).isCloseTo(expected, within(0.03));
        assertThat(Math.log(at(gullible, 7, five).quantile(0.5))).isGreaterThan(expected + 0.2);
    }

    @Test
    void withoutPointsTheModelStandsAndEveryAgreeingPointNarrowsTheInterval() {
        ResidualPrior prior = prior(0.03, List.of(new Size(0.5, 0.3), new Size(1, 0.4), new Size(2, 0.3)));
        RuntimeDistribution before = at(prior, 6);
        assertThat(before.quantile(0.5)).isCloseTo(Math.exp(LOG_RUNTIME), within(1e-6));
        List<ResidualPoint> points = new ArrayList<>();
        for (int scaleOut : List.of(4, 8, 2, 12)) {
            points.add(new ResidualPoint(scaleOut, 0.05, 3));
            RuntimeDistribution after = prior.given(points).at(6, LOG_RUNTIME);
            assertThat(width(after)).isLessThan(width(before));
            before = after;
        }
        assertThat(Math.log(before.quantile(0.5)) - LOG_RUNTIME).isBetween(0.03, 0.07);
    }

    @Test
    void withoutPretrainingOnePointIsEnough() {
        ResidualPrior prior = ResidualPrior.withoutPretraining(List.of(4));
        RuntimeDistribution runtime = at(prior, 4, new ResidualPoint(4, 0, 1));
        assertThat(runtime.quantile(0.5)).isCloseTo(Math.exp(LOG_RUNTIME), within(1e-6));
        assertThat(width(runtime)).isLessThan(width(at(prior, 40, new ResidualPoint(4, 0, 1))));
    }
}

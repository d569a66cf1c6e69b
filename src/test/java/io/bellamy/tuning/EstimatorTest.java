package io.bellamy.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.tuning.ParzenEstimator.Kernel;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimatorTest {

    private static final ParzenOptions WITH_ENDPOINTS = new ParzenOptions(1, true, false, true);
    private static final ParzenOptions WITHOUT_ENDPOINTS = new ParzenOptions(1, true, false, false);

    @Test
    void withoutPointsOnlyThePriorIsLeft() {
        List<Kernel> onlyPrior = List.of(new Kernel(1, 0, 2));

        assertThat(fit(List.of(), WITH_ENDPOINTS).kernels()).isEqualTo(onlyPrior);
        assertThat(fit(List.of(), new ParzenOptions(1, false, true, false)).kernels())
                .isEqualTo(onlyPrior);
    }

    @Test
    void onePointReachesToTheFartherOfPriorAndEnd() {
        assertThat(fit(List.of(0.4), WITH_ENDPOINTS).kernels())
                .containsExactly(new Kernel(0.5, 0, 2), new Kernel(0.5, 0.4, 0.6));
    }

    @Test
    void outerPointsReachToTheEndsOnlyIfThoseAreConsidered() {
        assertThat(fit(List.of(0.4, -0.4), WITH_ENDPOINTS).kernels())
                .extracting(Kernel::mean)
                .containsExactly(-0.4, 0.0, 0.4);
        assertThat(fit(List.of(-0.4, 0.4), WITH_ENDPOINTS).kernels())
                .extracting(Kernel::deviation)
                .containsExactly(0.6, 2.0, 0.6);
        assertThat(fit(List.of(-0.4, 0.4), WITHOUT_ENDPOINTS).kernels())
                .extracting(Kernel::deviation)
                .containsExactly(0.4, 2.0, 0.4);
    }

    @Test
    void magicClipKeepsCrowdedPointsWide() {
        List<Double> crowd = Collections.nCopies(8, 0.5);

        assertThat(fit(crowd, ParzenOptions.DEFAULTS).kernels())
                .extracting(Kernel::deviation)
                .containsExactly(2.0, 0.5, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2);
        assertThat(fit(Collections.nCopies(200, 0.5), ParzenOptions.DEFAULTS).kernels())
                .extracting(Kernel::deviation)
                .endsWith(0.02);
        assertThat(fit(crowd, WITHOUT_ENDPOINTS).kernels())
                .extracting(Kernel::deviation)
                .endsWith(1e-12);
    }

    @Test
    void oldObservationsWeighLess() {
        assertThat(Estimator.observationWeights(0)).isEmpty();
        assertThat(Estimator.observationWeights(25)).containsOnly(1);
        assertThat(Estimator.observationWeights(26)).startsWith(1.0 / 26, 1).hasSize(26);
        assertThat(Estimator.observationWeights(30)).startsWith(1.0 / 30).endsWith(1);
        assertThat(Estimator.observationWeights(30)[2]).isEqualTo((1 + 1.0 / 30) / 2, within(1e-15));
        assertThat(IntStream.range(4, 30).mapToDouble(i -> Estimator.observationWeights(30)[i]))
                .containsOnly(1.0);
    }

    @Test
    void densitySumsToOneInsideTheInterval() {
        ParzenEstimator estimator = fit(List.of(-0.9, 0.4, 0.45), ParzenOptions.DEFAULTS);
        int cells = 2000;

        double sum = IntStream.range(0, cells)
                .mapToDouble(i -> Math.exp(estimator.logDensity(-1 + (i + 0.5) * 2 / cells)) * 2 / cells)
                .sum();

        assertThat(sum).isEqualTo(1, within(1e-6));
    }

    @Test
    void wholeNumbersShareAllTheProbability() {
        ParzenEstimator estimator = ParzenEstimator.fit(List.of(3.0), -0.5, 3.5, true, ParzenOptions.DEFAULTS);
        double sum = IntStream.rangeClosed(0, 3)
                .mapToDouble(i -> Math.exp(estimator.logDensity(i)))
                .sum();

        assertThat(sum).isEqualTo(1, within(1e-11));
        SplittableRandom random = new SplittableRandom(1);
        assertThat(IntStream.range(0, 200).mapToDouble(i -> estimator.sample(random)))
                .containsOnly(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void choicesSeenAmongTheBestAndSeldomElsewhereHaveTheHighestRatio() {
        CategoricalEstimator below = CategoricalEstimator.fit(List.of(2), 3, 1);
        CategoricalEstimator above = CategoricalEstimator.fit(List.of(0, 0, 0, 1, 1, 1, 1, 2, 2), 3, 1);

        double[] ratios = IntStream.range(0, 3)
                .mapToDouble(i ->
                        below.probabilities().get(i) / above.probabilities().get(i))
                .toArray();

        assertThat(ratios).containsExactly(new double[] {0.75, 0.6, 2}, within(1e-15));
    }

    @Test
    void choicesAreDrawnAsOftenAsTheyAreProbable() {
        CategoricalEstimator estimator = new CategoricalEstimator(List.of(0.25, 0.25, 0.5));
        SplittableRandom random = new SplittableRandom(3);

        long[] counts = new long[3];
        IntStream.range(0, 10_000).forEach(i -> counts[(int) estimator.sample(random)]++);

        assertThat(counts[0]).isBetween(2370L, 2630L);
        assertThat(counts[2]).isBetween(4850L, 5150L);
    }

    @Test
    void normalDistributionAgreesWithTables() {
        assertThat(Normal.cdf(0)).isEqualTo(0.5);
        assertThat(Normal.cdf(1)).isEqualTo(0.8413447460685429, within(1e-15));
        assertThat(Normal.cdf(-1.96)).isEqualTo(0.024997895148220435, within(1e-15));
        assertThat(Normal.cdf(-5)).isEqualTo(2.866515718791939e-07, within(1e-15));
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isOne();
    }

    private static ParzenEstimator fit(List<Double> points, ParzenOptions options) {
        return ParzenEstimator.fit(points, -1, 1, false, options);
    }
}

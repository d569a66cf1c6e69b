package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianEvidenceTest {

    private static final RunScatter SCATTER = new RunScatter(0.1, 0.2, 0.01, 0.8, 0.15, 100);
    private static final MedianBelief WITHOUT = new MedianBelief(0.05, 0.04);

    /** The moments are those of the product, as sums over a fine grid have them. */
    private static void assertMoments(MedianEvidence evidence, DoubleUnaryOperator probability, double tolerance) {
        double all = 0;
        double first = 0;
        double second = 0;
        for (double median = -3; median < 6; median += 1e-4) {
            double distance = median - WITHOUT.mean();
            double density =
                    Math.exp(-distance * distance / WITHOUT.variance() / 2) * probability.applyAsDouble(median);
            all += density;
            first += density * median;
            second += density * median * median;
        }
        double mean = first / all;
        MedianBelief with = evidence.times(WITHOUT);
        assertThat(with.mean()).isCloseTo(mean, within(tolerance));
        assertThat(with.variance()).isCloseTo(second / all - mean * mean, within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.9, -0.4})
    void aRunTellsWhatItsProbabilitySays(double log) {
        assertMoments(
                new RepeatedRuns(DoubleStream.of(log), SCATTER),
                median -> probability(log, median, 1 - SCATTER.share()),
                1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.9, -0.4, 4})
    void aStoppedRunTellsThatItTookLonger(double limit) {
        assertMoments(
                new StoppedRun(limit, SCATTER),
                median -> (1 - SCATTER.share()) * Erfc.value(usual(limit, median) / Math.sqrt(2))
                        + SCATTER.share() * Erfc.value(later(limit, median) / Math.sqrt(2)),
                1e-6);
    }

    /** As if every run were one or another by itself: that a later one is usual and an earlier one a straggler adds nearly nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"0.1 0.95 0.9", "0.85 0.02 0.9 0.8 0.95", "0.8 0.85 0.9", "-0.8 0.1 0.04 0.02"})
    void repetitionsTellTogetherWhichOfThemAreLate(String runs) {
        double[] logs =
                Arrays.stream(runs.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertMoments(
                new RepeatedRuns(DoubleStream.of(logs), SCATTER),
                median -> DoubleStream.of(logs)
                        .map(log ->
                                probability(log, median, 1 - SCATTER.share() - SCATTER.early()) + early(log, median))
                        .reduce(1, (one, other) -> one * other),
                2e-3);
    }

    private static double probability(double log, double median, double common) {
        double usual = usual(log, median);
        double later = later(log, median);
        return common * Math.exp(-usual * usual / 2) / SCATTER.deviation()
                + SCATTER.share() * Math.exp(-later * later / 2) / Math.sqrt(SCATTER.stragglerVariance());
    }

    private static double early(double log, double median) {
        double earlier = (log - median + SCATTER.shift()) / Math.sqrt(SCATTER.stragglerVariance());
        return SCATTER.early() * Math.exp(-earlier * earlier / 2) / Math.sqrt(SCATTER.stragglerVariance());
    }

    private static double usual(double log, double median) {
        return (log - median) / SCATTER.deviation();
    }

    private static double later(double log, double median) {
        return (log - median - SCATTER.shift()) / Math.sqrt(SCATTER.stragglerVariance());
    }
}

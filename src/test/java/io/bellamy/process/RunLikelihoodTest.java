package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLikelihoodTest {

    private static final RunScatter SCATTER = new RunScatter(0.1, 0.2, 0.8, 0.15, 100);

    /** The moments are those of the product, as sums over a fine grid have them. */
    @ParameterizedTest
    @CsvSource({"0.1,false", "0.9,false", "-0.4,false", "0.1,true", "0.9,true", "-0.4,true", "4,true"})
    void theMomentsAreThoseOfTheProduct(double log, boolean atLeast) {
        RunLikelihood.MedianBelief without = new RunLikelihood.MedianBelief(0.05, 0.04);
        double all = 0;
        double first = 0;
        double second = 0;
        for (double median = -3; median < 6; median += 1e-4) {
            double distance = median - without.mean();
            double density =
                    Math.exp(-distance * distance / without.variance() / 2) * probability(log, atLeast, median);
            all += density;
            first += density * median;
            second += density * median * median;
        }
        double mean = first / all;
        RunLikelihood.MedianBelief with = new RunLikelihood(log, atLeast, SCATTER).times(without);
        assertThat(with.mean()).isCloseTo(mean, within(1e-6));
        assertThat(with.variance()).isCloseTo(second / all - mean * mean, within(1e-6));
    }

    private static double probability(double log, boolean atLeast, double median) {
        double usual = (log - median) / SCATTER.deviation();
        double later = (log - median - SCATTER.shift()) / Math.sqrt(SCATTER.stragglerVariance());
        return atLeast
                ? (1 - SCATTER.share()) * Erfc.value(usual / Math.sqrt(2))
                        + SCATTER.share() * Erfc.value(later / Math.sqrt(2))
                : (1 - SCATTER.share()) * Math.exp(-usual * usual / 2) / SCATTER.deviation()
                        + SCATTER.share() * Math.exp(-later * later / 2) / Math.sqrt(SCATTER.stragglerVariance());
    }
}

package io.bellamy.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RunNoise.Outliers;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNoiseTest {

    /** Every way in which some of the runs can be outliers; where they are slow, so is the median. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aMedianIsAsOftenAnOutlierAsHalfOfItsRunsAre(int runs) {
        double share = 0.15;
        double expected = 0;
        for (int pattern = 0; pattern < 1 << runs; pattern++) {
            double probability = 1;
            double[] values = new double[runs];
            for (int run = 0; run < runs; run++) {
                boolean outlier = (pattern >> run & 1) == 1;
                probability *= outlier ? share : 1 - share;
                values[run] = outlier ? 1 : 0;
            }
            expected += RunNoiseFit.median(values) > 0 ? probability : 0;
        }
        assertThat(RunNoise.medianShare(share, runs)).isCloseTo(expected, within(1e-12));
        assertThat(RunNoise.medianShare(1e-12, runs)).isPositive();
    }

    @Test
    void outliersLieBetweenThoseOfTheNextScaleOuts() {
        RunNoise noise =
                new RunNoise(0.1, List.of(new Outliers(1, 0.1, 0.2), new Outliers(2, 0.3, 0.6), new Outliers(3, 0, 1)));
        assertThat(noise.at(0)).extracting(Outliers::share).isEqualTo(0.1);
        assertThat(noise.at(1.25).share()).isCloseTo(0.15, within(1e-12));
        assertThat(noise.at(2.5).deviation()).isCloseTo(0.8, within(1e-12));
        assertThat(noise.at(9)).extracting(Outliers::deviation).isEqualTo(1.0);
    }

    /** One run in twenty at the small scale-out is an outlier, clearly; none is at the large. */
    @Test
    void learnsTheDeviationAndWhereOutliersAre() {
        RandomGenerator random = new Seed(3).generator();
        RunNoiseFit fit = new RunNoiseFit();
        for (int configuration = 0; configuration < 400; configuration++) {
            for (int scaleOut : List.of(2, 16)) {
                double[] logs = new double[5];
                for (int run = 0; run < logs.length; run++) {
                    boolean outlier = scaleOut == 2 && random.nextInt(20) == 0;
                    logs[run] = 5 + 0.03 * random.nextGaussian() + (outlier ? 0.5 : 0);
                }
                fit.add(scaleOut, logs);
            }
        }
        RunNoise noise = fit.fit(List.of(Math.log(2), Math.log(16)), List.of());
        assertThat(noise.deviation()).isCloseTo(0.03, within(0.1 * 0.03));
        assertThat(noise.outliers().get(0).share()).isCloseTo(0.05, within(0.25 * 0.05));
        assertThat(noise.outliers().get(0).deviation()).isCloseTo(0.5, within(0.25 * 0.5));
        // a little more than the 0.3 % of a normal distribution that lie beyond three deviations
        assertThat(noise.outliers().get(1).share()).isLessThan(0.02);
    }

    /** The fewer runs there are, the nearer they lie to their own middle. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void theDeviationIsThatOfRunsHoweverFewAreTogether(int together) {
        RandomGenerator random = new Seed(5).generator();
        RunNoiseFit fit = new RunNoiseFit();
        for (int configuration = 0; configuration < 2000; configuration++) {
            double[] logs = new double[together];
            for (int run = 0; run < together; run++) {
                logs[run] = configuration + 0.05 * random.nextGaussian();
            }
            fit.add(4, logs);
        }
        assertThat(fit.fit(List.of(Math.log(4)), List.of()).deviation()).isCloseTo(0.05, within(0.1 * 0.05));
    }

    /** Nothing repeated, or nothing but copies: a belief, or what single runs tell. */
    @Test
    void whereNothingIsRepeatedRunsMayLieAsFarApartAsContextsDo() {
        List<Double> knots = List.of(Math.log(4));
        for (int runs : List.of(0, 1, 4)) {
            RunNoise nothing = repeated(30, new double[runs]).fit(knots, List.of());
            assertThat(nothing.deviation()).isCloseTo(0.1, within(1e-12));
            assertThat(nothing.outliers()).singleElement().satisfies(outliers -> {
                assertThat(outliers.share()).isBetween(0.001, 0.02);
                assertThat(outliers.deviation()).isCloseTo(0.3, within(1e-12));
            });
        }
        RandomGenerator random = new Seed(4).generator();
        List<List<ResidualPoint>> curves = new ArrayList<>();
        List<List<ResidualPoint>> points = new ArrayList<>();
        for (int context = 0; context < 100; context++) {
            double offset = 0.5 * random.nextGaussian();
            points.add(List.of(new ResidualPoint(4, offset, 1)));
            curves.add(IntStream.of(2, 4, 6, 8, 10)
                    .mapToObj(x -> new ResidualPoint(x, offset + 0.05 * random.nextGaussian(), 1))
                    .toList());
        }
        assertThat(repeated(30, 5).fit(knots, curves).deviation()).isBetween(0.035, 0.06);
        assertThat(repeated(30, 5).fit(knots, points).deviation()).isBetween(0.28, 0.42);
        // some repetitions count for some, and many alone; what they tell is never made smaller
        double some = repeated(5, 5, 5.001).fit(knots, points).deviation();
        assertThat(some).isBetween(0.04, 0.1);
        assertThat(repeated(9, 5, 5.001).fit(knots, points).deviation()).isBetween(0.01, some);
        assertThat(repeated(10, 5, 5.001).fit(knots, points).deviation()).isCloseTo(0.01, within(1e-12));
        assertThat(repeated(5, 5, 7).fit(knots, curves).deviation()).isGreaterThan(1);
    }

    private static RunNoiseFit repeated(int configurations, double... logRuntimes) {
        RunNoiseFit fit = new RunNoiseFit();
        for (int configuration = 0; configuration < configurations; configuration++) {
            fit.add(4, logRuntimes);
        }
        return fit;
    }
}

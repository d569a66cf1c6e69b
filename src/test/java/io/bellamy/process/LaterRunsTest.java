package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.process.LevelSteps.JobStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much likelier runs are with a step, where that can be computed otherwise. */
class LaterRunsTest {

    private static final double NOISE = 0.05;
    private static final RunScatter NORMAL = new RunScatter(NOISE, 0, 0, 0, 0, 10);

    private static Cell cell(List<Double> logs, List<Double> limits) {
        return new Cell(new RunPlace(new double[] {0}, List.of("a"), 0, 1), List.of(), logs, limits);
    }

    /** Of normal numbers, by the determinant and the quadratic form of their whole covariance. */
    private static double log(double[] surprises, double[] variances, double common) {
        int size = surprises.length;
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(covariance[i], common);
            covariance[i][i] += variances[i] - OWN_COMMON + NOISE * NOISE;
        }
        return CholeskyFactor.of(covariance).orElseThrow().logDensity(surprises);
    }

    private static final double OWN_COMMON = 0.002;

    @ParameterizedTest
    @CsvSource({"3, 0.4", "3, -0.3", "8, 0.25", "40, 0.9", "5, 1.8"})
    void withoutStragglersItIsTheRatioOfNormalDensities(int size, double step) {
        List<Cell> cells = new ArrayList<>();
        List<MedianBelief> medians = new ArrayList<>();
        double[] expected = new double[size];
        double[] variances = new double[size];
        double[] surprises = new double[size];
        for (int i = 0; i < size; i++) {
            expected[i] = 5 + 0.1 * i;
            variances[i] = OWN_COMMON + 0.001 * (1 + i % 3);
            surprises[i] = step + 0.05 * Math.sin(3 * i);
            medians.add(new MedianBelief(expected[i], variances[i]));
            cells.add(cell(List.of(expected[i] + surprises[i]), List.of()));
        }
        double gain = new LaterRuns(cells, medians, OWN_COMMON, NORMAL)
                .explained(LevelSteps.VARIANCE)
                .gain();
        double exact =
                log(surprises, variances, OWN_COMMON + LevelSteps.VARIANCE) - log(surprises, variances, OWN_COMMON);
        assertThat(gain).isCloseTo(exact, within(0.01 + 1e-3 * exact));
    }

    /** Of one that was stopped: by the probabilities to take longer. */
    @ParameterizedTest
    @CsvSource({"0.1", "0.4", "2"})
    void aStoppedRunMayHaveTakenAnyTime(double longer) {
        List<Cell> cells = List.of(cell(List.of(), List.of(1 + longer)));
        double variance = OWN_COMMON + 0.001;
        double gain = new LaterRuns(cells, List.of(new MedianBelief(1, variance)), OWN_COMMON, NORMAL)
                .explained(LevelSteps.VARIANCE)
                .gain();
        StoppedRun run = new StoppedRun(1 + longer, NORMAL);
        double exact =
                run.log(new MedianBelief(1, variance + LevelSteps.VARIANCE)) - run.log(new MedianBelief(1, variance));
        assertThat(gain).isCloseTo(exact, within(0.03 + 1e-3 * exact));
    }

    @Test
    void whatIsNearIsNoStep() {
        List<Cell> cells = List.of(cell(List.of(1.04), List.of()), cell(List.of(1.04), List.of()));
        MedianBelief known = new MedianBelief(1, 1e-6);
        assertThat(new LaterRuns(cells, List.of(known, known), 0, NORMAL).isNotable())
                .isFalse();
    }

    /** But for the logarithm of the root of two pi. */
    @ParameterizedTest
    @CsvSource({"0.01", "0.3"})
    void aRunIsAsProbableAsItsDensity(double variance) {
        double both = variance + NOISE * NOISE;
        assertThat(MedianEvidence.log(cell(List.of(1.2), List.of()), new MedianBelief(1, variance), NORMAL))
                .isCloseTo(-0.04 / both / 2 - Math.log(both) / 2, within(1e-9));
    }

    @Test
    void aStoppedRunIsAsProbableAsALongerOne() {
        RunScatter scatter = new RunScatter(0.1, 0.3, 0, 0.5, 0.2, 10);
        double usual = Erfc.value(0.4 / Math.sqrt(2 * (0.04 + 0.01))) / 2;
        double straggler = Erfc.value(-0.1 / Math.sqrt(2 * (0.04 + 0.01 + 0.04))) / 2;
        assertThat(new StoppedRun(1.4, scatter).log(new MedianBelief(1, 0.04)))
                .isCloseTo(Math.log(0.7 * usual + 0.3 * straggler), within(1e-9));
    }

    /** A job is as others of its day only where it had as many steps; those of other jobs do not count. */
    @Test
    void placesOfOneJobSinceAStepHaveItInCommon() {
        LevelSteps steps = new LevelSteps(
                List.of(new JobStep(List.of("a"), 10), new JobStep(List.of("a"), 20), new JobStep(List.of("b"), 12)));
        assertThat(steps.covariance(place("a", 10), place("a", 19))).isEqualTo(LevelSteps.VARIANCE);
        assertThat(steps.covariance(place("a", 10), place("a", 20))).isZero();
        assertThat(steps.covariance(place("a", 8), place("a", 9))).isZero();
        assertThat(steps.covariance(place("a", Double.NaN), place("a", 11))).isZero();
        assertThat(steps.covariance(place("a", 11), place("b", 13))).isZero();
    }

    private static RunPlace place(String job, double day) {
        return new RunPlace(new double[] {0}, List.of(job), day, 1);
    }
}

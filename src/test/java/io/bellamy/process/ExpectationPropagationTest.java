package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpectationPropagationTest {

    private static final RunScatter SCATTER = new RunScatter(0.023, 0.027, 0, 0.073, 0.1, 200);
    private static final double MEAN = 6;

    /** A job of sixty days whose last seven take 1.4 times as long: no run may tell of what none was near. */
    @Test
    void whatIsUndecidedTellsNothingFarFromWhatWasMeasured() {
        SplittableRandom random = new SplittableRandom(1);
        List<Cell> cells = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            double log = MEAN + (day < 53 ? 0 : Math.log(1.4)) + SCATTER.deviation() * random.nextGaussian();
            Run run = new Run(8, Math.exp(log), ProcessHistories.properties("a", "m", 1000));
            cells.add(new Cell(
                    new RunPlace(new double[] {Math.log(8)}, List.of("a"), day, 1),
                    List.of(run),
                    List.of(log),
                    List.of()));
        }
        double[][] prior = new double[cells.size()][cells.size()];
        for (int i = 0; i < prior.length; i++) {
            for (int j = i; j < prior.length; j++) {
                prior[i][j] = 0.1 + 0.09 * 0.09 * Math.exp((i - j) / 12.0);
            }
        }
        CellReadings told = ExpectationPropagation.of(prior, cells, MEAN, SCATTER, place -> false);
        for (int i = 0; i < cells.size(); i++) {
            assertThat(told.values()[i])
                    .as("day " + i)
                    // a run that may be a straggler tells of a median below it
                    .isCloseTo(cells.get(i).logs().get(0) - MEAN, within(0.45));
        }
        // the newest are the new level, not stragglers
        assertThat(told.values()[59]).isCloseTo(Math.log(1.4), within(0.06));
        assertThat(Math.sqrt(told.variances()[59])).isLessThan(0.04);
    }

    /** Two runs on 4 machines, weeks apart and both late, say the same of each other; 4 differs from 8 by .3. */
    @Test
    void stragglersThatAgreeAreStillStragglers() {
        RunScatter scatter = new RunScatter(0.023, 0.11, 0, Math.log(3), 0.03, 200);
        SplittableRandom random = new SplittableRandom(1);
        List<Cell> cells = new ArrayList<>();
        for (int day = 0; day < 24; day++) {
            int scaleOut = day % 14 == 3 ? 4 : 8;
            double log = MEAN + (scaleOut == 4 ? scatter.shift() : 0) + scatter.deviation() * random.nextGaussian();
            RunPlace place = new RunPlace(new double[] {Math.log(scaleOut)}, List.of("a"), day, 1);
            // as other algorithms' are kept: without the runs themselves
            cells.add(new Cell(place, List.of(), List.of(log), List.of()));
        }
        double[][] prior = new double[cells.size()][cells.size()];
        for (int i = 0; i < prior.length; i++) {
            for (int j = i; j < prior.length; j++) {
                prior[i][j] = 1
                        + (cells.get(i).place().scaleOut()
                                        == cells.get(j).place().scaleOut()
                                ? 0.3 * 0.3 / 2
                                : 0);
            }
        }
        CellReadings told = ExpectationPropagation.of(prior, cells, MEAN, scatter, place -> false);
        for (int i = 0; i < cells.size(); i++) {
            assertThat(told.values()[i]).as("day " + i).isCloseTo(0, within(0.12));
        }
    }

    /** What each run is replaced by has the mean and variance that its likelihood has with what all others tell. */
    @Test
    void everyRunIsReplacedByWhatItTellsBesideAllOthers() {
        RunScatter scatter = new RunScatter(0.05, 0.2, 0, 0.5, 0.05, 1e9);
        double variance = 0.04;
        double together = variance * Math.exp(-1 / 3.0);
        double[][] prior = {{variance, together}, {0, variance}};
        // further from each other than usual runs, and nearer than a straggler
        double[] logs = {0.2, 0};
        List<Cell> cells = new ArrayList<>();
        for (double log : logs) {
            RunPlace place = new RunPlace(new double[] {Math.log(8)}, List.of("a"), cells.size(), 1);
            cells.add(new Cell(place, List.of(), List.of(MEAN + log), List.of()));
        }
        CellReadings told = ExpectationPropagation.of(prior, cells, MEAN, scatter, place -> false);
        for (int own = 0; own < logs.length; own++) {
            int other = 1 - own;
            double seen = variance + told.variances()[other];
            double mean = together / seen * told.values()[other];
            double left = variance - together * together / seen;
            double[] wanted = moments(logs[own], mean, left, scatter);
            double precision = 1 / left + 1 / told.variances()[own];
            double found = (mean / left + told.values()[own] / told.variances()[own]) / precision;
            assertThat(found).as("mean of " + own).isCloseTo(wanted[0], within(0.05 * scatter.deviation()));
            assertThat(1 / precision / wanted[1]).as("variance of " + own).isCloseTo(1, within(0.03));
        }
    }

    /** Mean and variance of a median, by a sum over a grid. */
    private static double[] moments(double log, double mean, double variance, RunScatter scatter) {
        double late = Math.pow(scatter.deviation(), 2) + Math.pow(scatter.shiftDeviation(), 2);
        double sum = 0;
        double first = 0;
        double second = 0;
        for (double median = -3; median <= 3; median += 1e-4) {
            double density = normal(median - mean, variance)
                    * ((1 - scatter.share()) * normal(log - median, Math.pow(scatter.deviation(), 2))
                            + scatter.share() * normal(log - median - scatter.shift(), late));
            sum += density;
            first += density * median;
            second += density * median * median;
        }
        return new double[] {first / sum, second / sum - Math.pow(first / sum, 2)};
    }

    private static double normal(double difference, double variance) {
        return Math.exp(-difference * difference / (2 * variance)) / Math.sqrt(variance);
    }
}

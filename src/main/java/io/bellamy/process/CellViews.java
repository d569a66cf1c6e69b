package io.bellamy.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/** The runs of cells as all others see them, if runs lie in this way or that. Never changed. */
final class CellViews {

    /** The middle one of repetitions says which of them are far only where there are more than two. */
    private static final int ENOUGH_TO_TELL = 3;

    private static final int FEWEST_DISTANCES = 10;

    private final List<List<Double>> cells;
    private final double[] means;
    private final double[] variances;
    private final double mean;
    private final double[] noises;

    /**
     * Takes cells.
     *
     * @param cells ln seconds of the runs of each, at least one
     * @param means what all other cells say of the median of each, ln seconds above the mean
     * @param variances how sure they are
     * @param mean of all
     * @param noises of the job of each
     */
    CellViews(List<List<Double>> cells, double[] means, double[] variances, double mean, double[] noises) {
        this.noises = noises.clone();
        this.cells = List.copyOf(cells);
        this.means = means.clone();
        this.variances = variances.clone();
        this.mean = mean;
    }

    /** Takes cells of jobs that scatter alike. */
    CellViews(List<List<Double>> cells, double[] means, double[] variances, double mean) {
        this(
                cells,
                means,
                variances,
                mean,
                DoubleStream.generate(() -> 1).limit(means.length).toArray());
    }

    /** The same cells if all others say so many ln seconds more of each. */
    CellViews moved(double by) {
        return new CellViews(cells, Arrays.stream(means).map(own -> own + by).toArray(), variances, mean, noises);
    }

    /** Sums over runs. */
    static final class Sums {
        private double runs;
        private double stragglers;
        private double early;

        /** In how many configurations there are any. */
        private double late;

        private double shifts;
        private double squares;
        private double usual;
        private double distances;
        private double usualSquares;

        double runs() {
            return runs;
        }

        double stragglers() {
            return stragglers;
        }

        double early() {
            return early;
        }

        double late() {
            return late;
        }

        double shifts() {
            return shifts;
        }

        double squares() {
            return squares;
        }

        double usual() {
            return usual;
        }

        /** Of usual runs from what all others say of their cell's median. */
        double distances() {
            return distances;
        }

        double usualSquares() {
            return usualSquares;
        }
    }

    /** Is there a run with another one beside it? */
    boolean repeat() {
        return cells.stream().anyMatch(logs -> logs.size() > 1);
    }

    /** How probable all runs are, as a logarithm, but for what does not depend on how they lie. */
    double log(RunScatter scatter) {
        double log = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            DoubleStream logs = cells.get(cell).stream().mapToDouble(own -> own - mean);
            log += new RepeatedRuns(logs, scatter.times(noises[cell]))
                    .log(new MedianBelief(means[cell], variances[cell]));
        }
        return log;
    }

    /** How far runs lie from the middle one of their cell, as the middle one of all cells with more than two runs has it. */
    OptionalDouble usualDeviation() {
        double[] distances = cells.stream()
                .filter(logs -> logs.size() >= ENOUGH_TO_TELL)
                .flatMapToDouble(logs -> {
                    double middle = new Median()
                            .evaluate(logs.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray());
                    return logs.stream()
                            .mapToDouble(log -> Math.abs(log - middle))
                            .filter(distance -> distance > 0);
                })
                .toArray();
        return distances.length < FEWEST_DISTANCES
                ? OptionalDouble.empty()
                : OptionalDouble.of(UsualDeviation.of(distances));
    }

    /** Over all runs, each as far as it is known what the others say. */
    Sums sums(RunScatter common) {
        Sums sums = new Sums();
        for (int cell = 0; cell < cells.size(); cell++) {
            RunScatter scatter = common.times(noises[cell]);
            List<Double> logs = cells.get(cell);
            double late = 0;
            for (int run = 0; run < logs.size(); run++) {
                MedianBelief others = others(cell, run, common);
                double distance = logs.get(run) - mean - others.mean();
                double information = scatter.variance() / (others.variance() + scatter.variance());
                StragglerShares shares = StragglerShares.of(distance, others.variance(), scatter.among(logs.size()));
                double share = shares.late() * information;
                sums.runs += information;
                sums.stragglers += share;
                sums.early += shares.early() * information;
                late = Math.max(late, share);
                sums.shifts += share * distance;
                sums.squares += share * (distance - scatter.shift()) * (distance - scatter.shift());
                sums.usual += shares.usual() * information;
                sums.distances += shares.usual() * information * distance;
                sums.usualSquares += shares.usual() * information * information * distance * distance / noises[cell];
            }
            sums.late += late;
        }
        return sums;
    }

    /** What all other runs say of the median of a run's cell. */
    MedianBelief others(int cell, int run, RunScatter scatter) {
        List<Double> logs = cells.get(cell);
        DoubleStream others = IntStream.range(0, logs.size())
                .filter(other -> other != run)
                .mapToDouble(other -> logs.get(other) - mean);
        return new RepeatedRuns(others, scatter.times(noises[cell]))
                .times(new MedianBelief(means[cell], variances[cell]));
    }

    /** What cells measured, stragglers brought back to the others. */
    List<CellMean> measured(RunScatter scatter) {
        List<CellMean> measured = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            measured.add(measured(cell, scatter));
        }
        return measured;
    }

    private CellMean measured(int cell, RunScatter common) {
        RunScatter scatter = common.times(noises[cell]);
        List<Double> logs = cells.get(cell);
        if (scatter.share() == 0) {
            return CellMean.median(logs, mean);
        }
        double[] usual = new double[logs.size()];
        double weight = 0;
        double value = 0;
        for (int run = 0; run < usual.length; run++) {
            MedianBelief others = others(cell, run, common);
            StragglerShares shares = StragglerShares.of(
                    logs.get(run) - mean - others.mean(), others.variance(), scatter.among(logs.size()));
            usual[run] = shares.usual();
            double own = usual[run] + (1 - usual[run]) * scatter.variance() / scatter.stragglerVariance();
            weight += own;
            value += own * (logs.get(run) - mean - (shares.late() - shares.early()) * scatter.shift());
        }
        value /= weight;
        double squares = 0;
        double count = 0;
        for (int run = 0; run < usual.length; run++) {
            double distance = logs.get(run) - mean - value;
            squares += usual[run] * distance * distance;
            count += usual[run];
        }
        return logs.size() == 1
                ? new CellMean(value, weight, 0, 0)
                : new CellMean(value, weight, squares, Math.max(0, count - 1));
    }
}

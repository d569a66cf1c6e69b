package io.bellamy.process;

import io.bellamy.process.Evidence.CellMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Learns from repetitions, and from runs that have like ones beside them, whether there are stragglers and how far off these
 * are: by expectation and maximisation over what all other runs say of each. A run that stands alone tells little, and counts
 * as little.
 */
final class StragglerSearch {

    private static final int ROUNDS = 40;

    /** Stragglers are believed to be rare: so many runs, as if they had been seen, and so many stragglers among them. */
    private static final double BELIEVED_RUNS = 30;

    private static final double BELIEVED_STRAGGLERS = 0.3;
    private static final double BELIEVED_SHIFT = 4;
    private static final double BELIEVED_USUAL = 2;

    /** What is cut off at the stragglers is missing in the variance. */
    private static final double WIDER = 1.1;

    /** The middle one of repetitions says which of them are far only where there are more than two. */
    private static final int ENOUGH_TO_TELL = 3;

    private static final int FEWEST_DISTANCES = 10;

    /** The standard deviation of a normal distribution over the median of its distances. */
    private static final double NORMAL = 1.4826;

    private static final double LEAST_SHARE = 0.3;

    /** In deviations of runs; what is nearer is no straggler. */
    private static final double LEAST_SHIFT = 3;

    private static final double LEAST_DEVIATION = 0.5;
    private static final double FIRST_SHARE = 0.05;
    private static final double FAR = 50;

    /** Fewer stragglers than this are none; nor are they where all are of fewer configurations and nothing else is known. */
    private static final double FEWEST = 2;

    private final List<List<Double>> cells;
    private final double[] means;
    private final double[] variances;
    private final double mean;

    /**
     * Prepares it.
     *
     * @param cells with a run each at least
     * @param means what all other cells say of the median of each, ln seconds above the mean
     * @param variances how sure they are
     * @param mean of all
     */
    StragglerSearch(List<Cell> cells, double[] means, double[] variances, double mean) {
        this.cells = cells.stream().map(Evidence::withoutCopies).toList();
        this.means = means;
        this.variances = variances;
        this.mean = mean;
    }

    /** Sums over runs. */
    private static final class Sums {
        private double runs;
        private double stragglers;

        /** In how many configurations there are any. */
        private double late;

        private double shifts;
        private double squares;
        private double usual;
        private double usualSquares;
    }

    /**
     * How runs lie.
     *
     * @param start what is believed so far
     * @param shrinks may the deviation turn out smaller, because stragglers were taken for it?
     */
    RunScatter from(RunScatter start, boolean shrinks) {
        // whatever share of the runs are stragglers, most repetitions are near each other
        double usual =
                shrinks ? Math.min(start.deviation(), usualDeviation().orElse(start.deviation())) : start.deviation();
        RunScatter now = new RunScatter(
                shrinks ? Math.min(start.deviation() / 2, usual) : start.deviation(),
                Math.max(FIRST_SHARE, start.share()),
                start.share() > 0 ? start.shift() : LEAST_SHIFT * start.deviation(),
                start.share() > 0 ? start.shiftDeviation() : start.deviation(),
                start.freedom());
        for (int round = 0; round < ROUNDS; round++) {
            Sums sums = sums(now);
            double counted = sums.stragglers + BELIEVED_STRAGGLERS;
            double own = now.deviation();
            double shift = (sums.shifts + BELIEVED_STRAGGLERS * BELIEVED_SHIFT * own) / counted;
            double spread = Math.sqrt((sums.squares + BELIEVED_STRAGGLERS * own * own) / counted);
            // where runs stand alone, what was believed stays
            double squares = WIDER * sums.usualSquares + BELIEVED_USUAL * usual * usual;
            double narrower = shrinks
                    ? Math.max(
                            LEAST_SHARE * usual,
                            Math.min(start.deviation(), Math.sqrt(squares / (sums.usual + BELIEVED_USUAL))))
                    : own;
            now = new RunScatter(
                    narrower,
                    counted / (sums.runs + BELIEVED_RUNS),
                    Math.max(shift, LEAST_SHIFT * narrower),
                    Math.max(spread, LEAST_DEVIATION * narrower),
                    now.freedom());
        }
        return sums(now).stragglers < FEWEST ? new RunScatter(start.deviation(), 0, 0, 0, start.freedom()) : now;
    }

    /** How runs lie, as repetitions tell; nothing where these are too few, or in no two configurations any are late. */
    Optional<RunScatter> fromRepetitions() {
        OptionalDouble usual = usualDeviation();
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        RunScatter found = from(new RunScatter(usual.getAsDouble(), 0, 0, 0, 0), false);
        return Optional.of(found).filter(scatter -> scatter.share() > 0 && sums(scatter).late >= FEWEST);
    }

    /** How far runs lie from the middle one of their cell, as the middle one of all cells with more than two runs has it. */
    private OptionalDouble usualDeviation() {
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
                : OptionalDouble.of(NORMAL * new Median().evaluate(distances));
    }

    private Sums sums(RunScatter scatter) {
        Sums sums = new Sums();
        for (int cell = 0; cell < cells.size(); cell++) {
            List<Double> logs = cells.get(cell);
            double late = 0;
            for (int run = 0; run < logs.size(); run++) {
                MedianBelief others = others(cell, run, scatter);
                double distance = logs.get(run) - mean - others.mean();
                double information = scatter.variance() / (others.variance() + scatter.variance());
                double share = share(distance, others.variance(), scatter);
                sums.runs += information;
                sums.stragglers += share * information;
                late = Math.max(late, share * information);
                sums.shifts += share * information * distance;
                sums.squares += share * information * (distance - scatter.shift()) * (distance - scatter.shift());
                sums.usual += (1 - share) * information;
                sums.usualSquares += (1 - share) * information * information * distance * distance;
            }
            sums.late += late;
        }
        return sums;
    }

    /** What all other runs say of the median of a run's cell. */
    private MedianBelief others(int cell, int run, RunScatter scatter) {
        List<Double> logs = cells.get(cell);
        DoubleStream others = IntStream.range(0, logs.size())
                .filter(other -> other != run)
                .mapToDouble(other -> logs.get(other) - mean);
        return new RepeatedRuns(others, scatter).times(new MedianBelief(means[cell], variances[cell]));
    }

    private static double share(double distance, double variance, RunScatter scatter) {
        double usual = variance + scatter.variance();
        double straggler = variance + scatter.stragglerVariance();
        double later = distance - scatter.shift();
        double odds = Math.log((1 - scatter.share()) / scatter.share())
                - Math.log(usual / straggler) / 2
                - distance * distance / usual / 2
                + later * later / straggler / 2;
        return 1 / (1 + Math.exp(Math.max(-FAR, Math.min(FAR, odds))));
    }

    /** What cells measured, stragglers brought back to the others. */
    List<CellMean> measured(RunScatter scatter) {
        List<CellMean> measured = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            measured.add(measured(cell, scatter));
        }
        return measured;
    }

    private CellMean measured(int cell, RunScatter scatter) {
        List<Double> logs = cells.get(cell);
        if (scatter.share() == 0) {
            return CellMean.median(logs, mean);
        }
        double[] usual = new double[logs.size()];
        double weight = 0;
        double value = 0;
        for (int run = 0; run < usual.length; run++) {
            MedianBelief others = others(cell, run, scatter);
            double share = share(logs.get(run) - mean - others.mean(), others.variance(), scatter);
            usual[run] = 1 - share;
            double own = usual[run] + share * scatter.variance() / scatter.stragglerVariance();
            weight += own;
            value += own * (logs.get(run) - mean - share * scatter.shift());
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

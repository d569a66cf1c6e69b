package io.bellamy.process;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The runs of a job since a day, as all others and its own before that day see them: how much likelier they are if the job changed on that
 * day than if it did not. Some may be stragglers either way. Of what is not known of them, a part is the same for all: the level, over
 * which is integrated.
 */
final class LaterRuns {

    /** Less is not worth a step. */
    private static final double LEAST = Math.log(1.05);

    /** If one in so many runs is as before since, the newest, the job was other for a while. */
    private static final int BACK = 4;

    /** The variance of a median over that of a mean, of normal numbers. */
    private static final double OF_MEDIAN = Math.PI / 2;

    private static final double LEAST_VARIANCE = 1e-8;

    /** In deviations, on either side, and of so many points for each. */
    private static final int REACH = 6;

    private static final int POINTS = 4;

    private final List<Cell> cells;
    private final List<MedianBelief> expected;
    private final double common;
    private final RunScatter scatter;

    /** ln seconds by which each run took longer: one that was stopped at least so much, if it took longer at all. */
    private final double[] moves;

    private final double middle;

    /** The variance of the middle one, but for what is common. */
    private final double own;

    /**
     * How probable runs are, as a logarithm, but for what depends on their number alone.
     *
     * @param changed if the job made a step on their first day
     * @param unchanged if it did not
     */
    record Explained(double changed, double unchanged) {

        double gain() {
            return changed - unchanged;
        }

        /** The same, where something has a probability on which both depend. */
        Explained times(double probability) {
            return new Explained(changed + Math.log(probability), unchanged + Math.log(probability));
        }

        /** Where it is either one thing or another. */
        Explained or(Explained other) {
            return new Explained(logOfSum(changed, other.changed), logOfSum(unchanged, other.unchanged));
        }

        private static double logOfSum(double one, double other) {
            return Math.max(one, other) + Math.log1p(Math.exp(-Math.abs(one - other)));
        }

        /** Of these and others. */
        Explained and(Explained others) {
            return new Explained(changed + others.changed, unchanged + others.unchanged);
        }
    }

    /**
     * Takes cells.
     *
     * @param expected of the median of each, in ln seconds above what is believed of its place
     * @param common a part of the variance of each that is the same for all
     */
    LaterRuns(List<Cell> cells, List<MedianBelief> expected, double common, RunScatter scatter) {
        this.cells = cells;
        this.common = Math.max(LEAST_VARIANCE, common);
        this.expected = expected.stream()
                .map(median ->
                        new MedianBelief(median.mean(), Math.max(LEAST_VARIANCE, median.variance() - this.common)))
                .toList();
        this.scatter = scatter;
        this.moves = IntStream.range(0, cells.size())
                .boxed()
                .flatMapToDouble(
                        cell -> moves(cells.get(cell), expected.get(cell).mean()))
                .toArray();
        this.middle = moves.length == 0 ? 0 : new Median().evaluate(moves);
        double usual = new Median()
                .evaluate(this.expected.stream()
                        .mapToDouble(MedianBelief::variance)
                        .toArray());
        double noise = cells.stream().mapToDouble(Cell::noise).findFirst().orElse(1);
        this.own = OF_MEDIAN * (usual + noise * scatter.variance()) / Math.max(1, moves.length);
    }

    private static DoubleStream moves(Cell cell, double mean) {
        return DoubleStream.concat(
                cell.logs().stream().mapToDouble(log -> log - mean),
                cell.limits().stream().mapToDouble(limit -> limit - mean).filter(least -> least > 0));
    }

    /** May they be a step at all, as far as is seen at a glance? */
    boolean isNotable() {
        return Math.abs(middle) > LEAST && BACK * back() < moves.length;
    }

    int runs() {
        return cells.stream()
                .mapToInt(cell -> cell.logs().size() + cell.limits().size())
                .sum();
    }

    boolean anyStopped() {
        return cells.stream().anyMatch(cell -> !cell.limits().isEmpty());
    }

    /** By how much the middle one took longer than expected, ln seconds. */
    double middle() {
        return middle;
    }

    /** How probable they are with a step by the middle one, as a logarithm. */
    double log() {
        return log(middle);
    }

    /**
     * How probable they are in either case.
     *
     * @param variance of ln of the factor of a step
     */
    Explained explained(double variance) {
        double[] levels = levels(Math.sqrt(own), variance);
        double[] logs = DoubleStream.of(levels).map(this::log).toArray();
        return new Explained(integral(levels, logs, common + variance), integral(levels, logs, common));
    }

    /** How many of the newest are nearer to what is expected than to the middle one. */
    private int back() {
        int back = 0;
        while (back < moves.length && isBack(moves[moves.length - 1 - back])) {
            back++;
        }
        return back;
    }

    private boolean isBack(double move) {
        return Math.abs(move) < Math.abs(move - middle);
    }

    /** Where the runs are likely, where the level is if nothing changed or if it did, and on the way between these. */
    private double[] levels(double width, double variance) {
        return IntStream.rangeClosed(-REACH * POINTS, REACH * POINTS)
                .mapToDouble(point -> (double) point / POINTS)
                .flatMap(at -> DoubleStream.of(
                        middle + at * width,
                        at * Math.sqrt(common),
                        at * Math.sqrt(common + variance),
                        middle * at / REACH))
                .distinct()
                .sorted()
                .toArray();
    }

    /** How probable the runs are if they are above what is expected by so much. */
    private double log(double level) {
        double log = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            MedianBelief median = expected.get(cell);
            log += MedianEvidence.log(
                    cells.get(cell), new MedianBelief(median.mean() + level, median.variance()), scatter);
        }
        return log;
    }

    /** The logarithm of the integral over levels that are normal around none. */
    private static double integral(double[] levels, double[] logs, double variance) {
        double[] heights = new double[levels.length];
        for (int i = 0; i < heights.length; i++) {
            double from = levels[Math.max(0, i - 1)];
            double to = levels[Math.min(levels.length - 1, i + 1)];
            heights[i] = logs[i] - levels[i] * levels[i] / variance / 2 + Math.log((to - from) / 2);
        }
        double most = DoubleStream.of(heights).max().orElseThrow();
        double sum =
                DoubleStream.of(heights).map(height -> Math.exp(height - most)).sum();
        return most + Math.log(sum) - Math.log(variance) / 2;
    }
}

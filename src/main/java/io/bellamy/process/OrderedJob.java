package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** The cells of a job in the order of their days, as all other jobs and its own earlier ones see them. Never changed. */
final class OrderedJob {

    private static final double LEAST_VARIANCE = 1e-8;

    /** Most numbers are logarithms: by a quarter. */
    private static final double NEARLY = Math.log(1.25);

    private final List<Cell> cells;
    private final double[] told;
    private final double[] variances;
    private final double mean;
    private final RunScatter scatter;

    /** Of the covariance of what they tell, given all other jobs, and by how much they tell more. */
    private final CholeskyFactor factor;

    private final double[] whitened;

    private OrderedJob(
            List<Cell> cells,
            double[] told,
            double[] variances,
            double mean,
            RunScatter scatter,
            CholeskyFactor factor,
            double[] whitened) {
        this.cells = cells;
        this.told = told;
        this.variances = variances;
        this.mean = mean;
        this.scatter = scatter;
        this.factor = factor;
        this.whitened = whitened;
    }

    /**
     * Orders the cells of which the day is known.
     *
     * @param job their numbers among all
     * @param told what all cells tell, and together
     * @param mean of all, ln seconds
     * @return nothing where that can't be done with these numbers
     */
    static Optional<OrderedJob> of(
            List<Cell> all,
            List<Integer> job,
            CellReadings told,
            CellInverse together,
            double mean,
            RunScatter scatter) {
        List<Integer> order = job.stream()
                .filter(cell -> !Double.isNaN(all.get(cell).place().day()))
                .sorted(Comparator.comparingDouble(
                        (Integer cell) -> all.get(cell).place().day()))
                .toList();
        return together.without(order).flatMap(seen -> CholeskyFactor.of(seen.covariance())
                .map(factor -> new OrderedJob(
                        order.stream().map(all::get).toList(),
                        order.stream().mapToDouble(cell -> told.values()[cell]).toArray(),
                        order.stream()
                                .mapToDouble(cell -> told.variances()[cell])
                                .toArray(),
                        mean,
                        scatter,
                        factor,
                        factor.whiten(IntStream.range(0, order.size())
                                .mapToDouble(seen::surprise)
                                .toArray()))));
    }

    int size() {
        return cells.size();
    }

    double day(int cell) {
        return cells.get(cell).place().day();
    }

    /** The first cell of a day or later. */
    int first(double day) {
        int first = 0;
        while (first < size() && day(first) < day) {
            first++;
        }
        return first;
    }

    /** How probable the runs of a cell are given those before it, as a logarithm. */
    double ahead(int cell) {
        return MedianEvidence.log(cells.get(cell), expected(cell, cell), scatter);
    }

    /** The runs from a cell on. */
    LaterRuns since(int first) {
        return since(first, RunDoubt.none(scatter));
    }

    /** The same, if runs lie so. */
    LaterRuns since(int first, RunDoubt doubt) {
        List<MedianBelief> expected = IntStream.range(first, size())
                .mapToObj(cell -> expected(first, cell))
                .map(median -> new MedianBelief(median.mean(), median.variance() + doubt.nugget()))
                .toList();
        double trace = IntStream.range(first, size())
                .mapToDouble(cell -> factor.varianceBeside(first, cell))
                .sum();
        int count = size() - first;
        double common = count == 1 ? 0 : (factor.varianceOfSumBeside(first) - trace) / (count * (count - 1.0));
        return new LaterRuns(cells.subList(first, size()), expected, common, doubt.scatter());
    }

    /** Whether the cells before one reach about as far, in each number, as those from it on, so that they tell how these would be. */
    boolean hasReached(int first) {
        List<RunPlace> before =
                cells.subList(0, first).stream().map(Cell::place).toList();
        List<Double> least = before.stream()
                .map(RunPlace::numbers)
                .reduce((one, other) -> each(one, other, Math::min))
                .orElseThrow();
        List<Double> most = before.stream()
                .map(RunPlace::numbers)
                .reduce((one, other) -> each(one, other, Math::max))
                .orElseThrow();
        return cells.subList(first, size()).stream()
                .map(cell -> cell.place().numbers())
                .allMatch(own -> IntStream.range(0, own.size())
                        .allMatch(i -> !(own.get(i) < least.get(i) - NEARLY) && !(own.get(i) > most.get(i) + NEARLY)));
    }

    private static List<Double> each(List<Double> one, List<Double> other, DoubleBinaryOperator which) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> which.applyAsDouble(one.get(i), other.get(i)))
                .toList();
    }

    /** What those before the first of some say of the median of a cell. */
    private MedianBelief expected(int first, int cell) {
        return new MedianBelief(
                mean + told[cell] - factor.surpriseBeside(first, cell, whitened),
                Math.max(LEAST_VARIANCE, factor.varianceBeside(first, cell) - variances[cell]));
    }
}

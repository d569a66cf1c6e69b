package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which cells lie farther from what all others say than runs of a process without stragglers ever do: a run that hung, or failed and was
 * taken for one that ended, came since the process was learned. Such a run is read as if there were stragglers.
 */
final class FarCells {

    /** In deviations of what a cell tells. */
    private static final double FAR = 6;

    /** Each costs a conditioning of its own; more than this are no exception. */
    private static final int MOST = 10;

    /** Only where so many others of the job at the scale-out were as usual is it known what is usual. */
    private static final int USUAL = 2;

    private final List<Cell> cells;
    private final ExpectationPropagation propagation;
    private final Set<Integer> far = new LinkedHashSet<>();

    private FarCells(List<Cell> cells, ExpectationPropagation propagation) {
        this.cells = cells;
        this.propagation = propagation;
    }

    /**
     * Is there any?
     *
     * @param factor of the covariance of what is told
     */
    static boolean any(CholeskyFactor factor, CellReadings told) {
        double[] weights = factor.spread(factor.whiten(told.values()));
        return IntStream.range(0, weights.length).anyMatch(cell -> distance(weights[cell], told, cell) > FAR);
    }

    /** From what all together say of it; the less is known of a cell beside what it tells, the more they follow that. */
    private static double distance(double weight, CellReadings told, int cell) {
        return Math.abs(weight) * Math.sqrt(told.variances()[cell]);
    }

    /** Reads those that are far as what they are, the farthest first: what is far from it is seen better without it. */
    static void read(List<Cell> cells, ExpectationPropagation propagation) {
        FarCells found = new FarCells(cells, propagation);
        boolean more = true;
        while (more) {
            more = found.far.size() < MOST && found.next();
        }
        if (found.far.size() == MOST) {
            found.far.forEach(propagation::trust);
        }
    }

    private boolean next() {
        CellInverse together = propagation.posterior();
        CellReadings told = propagation.told();
        int farthest = IntStream.range(0, cells.size())
                .filter(cell -> !far.contains(cell)
                        && distance(together.weight(cell), told, cell) > FAR
                        && usual(cells.get(cell).place()) > USUAL)
                .boxed()
                .max(Comparator.comparingDouble(cell -> distance(together.weight(cell), told, cell)))
                .orElse(-1);
        if (farthest >= 0) {
            far.add(farthest);
            propagation.doubt(farthest);
        }
        return farthest >= 0;
    }

    /** How many cells are of a job at a scale-out and not far, itself among them. */
    private long usual(RunPlace place) {
        return IntStream.range(0, cells.size())
                .filter(cell -> !far.contains(cell))
                .mapToObj(cell -> cells.get(cell).place())
                .filter(other ->
                        other.scaleOut() == place.scaleOut() && other.texts().equals(place.texts()))
                .count();
    }
}

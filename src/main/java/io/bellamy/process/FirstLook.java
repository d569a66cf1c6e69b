package io.bellamy.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Before anything is learned: a cell that lies far from what is believed of all cells together, many times as far as most, has hardly any
 * weight in the first round. A law that bends to a single run that hung explains it so well that nobody would take it for one afterwards.
 */
final class FirstLook {

    /** In deviations of what a cell tells, or of most cells where these are larger. */
    private static final double FAR = 15;

    /** More than this are no exception. */
    private static final int MOST = 10;

    /** The standard deviation of a normal distribution over the median of its distances. */
    private static final double NORMAL = 1.4826;

    private static final double HARDLY = 1e-4;

    private FirstLook() {}

    /**
     * What cells tell to begin with.
     *
     * @param parameters believed
     */
    static List<CellMean> at(Evidence evidence, double[] parameters) {
        List<CellMean> measured = evidence.measured();
        List<CellMean> lighter = new ArrayList<>(measured);
        for (int found = 0; found < MOST; found++) {
            double[] distances = evidence.with(lighter).distances(parameters);
            double usual = Math.max(1, NORMAL * new Median().evaluate(distances));
            int farthest = IntStream.range(0, distances.length)
                    .boxed()
                    .max(Comparator.comparingDouble(cell -> distances[cell]))
                    .orElseThrow();
            if (distances[farthest] <= FAR * usual) {
                return lighter;
            }
            CellMean own = measured.get(farthest);
            lighter.set(farthest, new CellMean(own.value(), HARDLY * own.weight(), 0, 0));
        }
        return measured;
    }
}

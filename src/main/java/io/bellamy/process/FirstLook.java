package io.bellamy.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Before anything is learned: what would be learned wrongly. A law that bends to a single run that hung explains it so well that nobody
 * would take it for one afterwards. Such a run, far from what is believed of all cells together, has hardly any weight in the first round.
 * What a bend costs, the evidence tells: all others must be so much likelier without it that it is certain.
 */
final class FirstLook {

    /** In deviations of what a cell tells, or of most cells where these are larger: what is nearer is not worth a climb. */
    private static final double FAR = 5;

    /** Each costs a climb; what is left is found in later rounds, as stragglers are. */
    private static final int MOST = 10;

    /** It may have taken any time. */
    private static final double HARDLY = 1e-4;

    private FirstLook() {}

    /**
     * What cells tell to begin with.
     *
     * @param parameters believed
     */
    static List<CellMean> at(Evidence evidence, double[] parameters) {
        List<CellMean> told = evidence.measured();
        double height = Double.NaN;
        for (int found = 0; found < MOST; found++) {
            double[] distances = evidence.with(told).distances(parameters);
            double usual = Math.max(1, UsualDeviation.of(distances));
            int farthest = IntStream.range(0, distances.length)
                    .boxed()
                    .max(Comparator.comparingDouble(cell -> distances[cell]))
                    .orElseThrow();
            if (distances[farthest] <= FAR * usual) {
                return told;
            }
            double with = found == 0 ? ParameterClimb.highest(evidence, parameters) : height;
            List<CellMean> lighter = new ArrayList<>(told);
            lighter.set(farthest, hardly(told.get(farthest)));
            height = ParameterClimb.highest(evidence.with(lighter), parameters);
            if (height <= with + StragglerSearch.CERTAIN) {
                return told;
            }
            told = lighter;
        }
        return told;
    }

    /** The same, with hardly any weight. */
    static CellMean hardly(CellMean own) {
        return new CellMean(own.value(), HARDLY * own.weight(), 0, 0);
    }
}

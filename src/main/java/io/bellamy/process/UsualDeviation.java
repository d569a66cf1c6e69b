package io.bellamy.process;

import org.hipparchus.stat.descriptive.rank.Median;

/** The deviation of most of what may lie anywhere. F. R. Hampel: The Influence Curve and Its Role in Robust Estimation. 1974. */
final class UsualDeviation {

    /** The standard deviation of a normal distribution over the median of its distances. */
    private static final double NORMAL = 1.4826;

    private UsualDeviation() {}

    /** Of some distances, at least one. */
    static double of(double[] distances) {
        return NORMAL * new Median().evaluate(distances);
    }
}

package io.bellamy.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellamy.adaptation.Sensible;
import java.util.List;

/**
 * What a variance may be, or a factor of one: its logarithm is normally distributed.
 *
 * @param level the median of the logarithm
 * @param deviation of the logarithm
 */
public record LogVariance(
        @JsonProperty("level") double level,
        @JsonProperty("deviation") double deviation) {

    /** e^30 is more than any variance of ln runtime. */
    private static final double MOST = 30;

    /** A factor that is 1. */
    static final LogVariance ONE = new LogVariance(0, 0);

    public LogVariance {
        Sensible.requireNotNegative("the deviation of the logarithm of a variance", deviation);
        if (!(level <= MOST) || Double.isInfinite(level) || deviation > MOST) {
            throw new IllegalArgumentException("the logarithm of a variance must be " + MOST
                    + " at most, and its deviation, not " + level + " and " + deviation);
        }
    }

    /**
     * Some values that stand for all.
     *
     * @param doubt a deviation of the logarithm that comes from something else
     */
    List<VarianceDoubt> points(double doubt) {
        double middle = Math.exp(level);
        return VarianceDoubt.of(Math.max(deviation, doubt)).stream()
                .map(point -> new VarianceDoubt(middle * point.factor(), point.probability()))
                .toList();
    }

    LogVariance atLeast(double other) {
        return level < other ? new LogVariance(other, deviation) : this;
    }
}

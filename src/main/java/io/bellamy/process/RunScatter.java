package io.bellamy.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellamy.adaptation.Sensible;
import java.util.List;

/**
 * How the runs of one configuration lie, in ln seconds: most around its median, and some, the stragglers, later.
 *
 * @param deviation of most
 * @param share of stragglers, in [0, 1)
 * @param shift by which these are later
 * @param shiftDeviation how far the shifts lie apart
 * @param freedom how many runs tell of the deviation
 */
public record RunScatter(
        double deviation,
        double share,
        double shift,
        @JsonProperty("shift_deviation") double shiftDeviation,
        double freedom) {

    /** Of ln of the variance, before a run is seen. */
    private static final double BELIEVED = 2;

    public RunScatter {
        Sensible.requirePositive("the deviation of runs", deviation);
        Sensible.requireShare("the share of stragglers", share);
        Sensible.requireNotNegative("the shift of stragglers", shift);
        Sensible.requireNotNegative("the deviation of shifts", shiftDeviation);
        Sensible.requireNotNegative("the runs that tell of the deviation", freedom);
    }

    /** What the variance may be, by as much as is known of it. */
    List<VarianceDoubt> doubts() {
        return VarianceDoubt.of(VarianceDoubt.deviation(BELIEVED, freedom));
    }

    double variance() {
        return deviation * deviation;
    }

    double stragglerVariance() {
        return deviation * deviation + shiftDeviation * shiftDeviation;
    }
}

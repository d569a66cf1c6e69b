package io.bellamy.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellamy.adaptation.Sensible;

/**
 * How the runs of one configuration lie, in ln seconds: most around its median, and some, the stragglers, later.
 *
 * @param deviation of most
 * @param share of stragglers, in [0, 1)
 * @param shift by which these are later
 * @param shiftDeviation how far the shifts lie apart
 */
public record RunScatter(
        double deviation, double share, double shift, @JsonProperty("shift_deviation") double shiftDeviation) {

    public RunScatter {
        Sensible.requirePositive("the deviation of runs", deviation);
        Sensible.requireShare("the share of stragglers", share);
        Sensible.requireNotNegative("the shift of stragglers", shift);
        Sensible.requireNotNegative("the deviation of shifts", shiftDeviation);
    }

    double variance() {
        return deviation * deviation;
    }

    double stragglerVariance() {
        return deviation * deviation + shiftDeviation * shiftDeviation;
    }
}

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

    /** What is known better than this is known. */
    private static final double SURE = 0.25;

    private static final double FAR = Math.sqrt(3);
    private static final double SHARE_OF_FAR = 1.0 / 6;

    /**
     * What the variance may be.
     *
     * @param factor of what it is taken for
     * @param probability how probable that is
     */
    record Doubt(double factor, double probability) {}

    public RunScatter {
        Sensible.requirePositive("the deviation of runs", deviation);
        Sensible.requireShare("the share of stragglers", share);
        Sensible.requireNotNegative("the shift of stragglers", shift);
        Sensible.requireNotNegative("the deviation of shifts", shiftDeviation);
        Sensible.requireNotNegative("the runs that tell of the deviation", freedom);
    }

    /** What the variance may be, by as much as is known of it: the three points of a normal distribution of its logarithm. */
    List<Doubt> doubts() {
        double deviationOfLog = 1 / Math.sqrt(1 / (BELIEVED * BELIEVED) + freedom / 2);
        if (deviationOfLog < SURE) {
            return List.of(new Doubt(1, 1));
        }
        return List.of(
                new Doubt(Math.exp(-FAR * deviationOfLog), SHARE_OF_FAR),
                new Doubt(1, 1 - 2 * SHARE_OF_FAR),
                new Doubt(Math.exp(FAR * deviationOfLog), SHARE_OF_FAR));
    }

    double variance() {
        return deviation * deviation;
    }

    double stragglerVariance() {
        return deviation * deviation + shiftDeviation * shiftDeviation;
    }
}

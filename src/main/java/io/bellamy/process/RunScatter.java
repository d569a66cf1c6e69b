package io.bellamy.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellamy.adaptation.Sensible;
import java.util.List;

/**
 * How the runs of one configuration lie, in ln seconds: most around its median, and some, the stragglers, later.
 *
 * @param deviation of most
 * @param share of stragglers, in [0, 1)
 * @param early share of runs that are as much earlier, in [0, 1): repetitions may show some, none is foretold
 * @param shift by which stragglers are later
 * @param shiftDeviation how far the shifts lie apart
 * @param freedom how many runs tell of the deviation
 */
public record RunScatter(
        double deviation,
        double share,
        double early,
        double shift,
        @JsonProperty("shift_deviation") double shiftDeviation,
        double freedom) {

    /** Of ln of the variance, before a run is seen. */
    private static final double BELIEVED = 2;

    /** The share of runs that took any time, and of days on which a job changed, before anything is known. */
    static final double RARE = 0.01;

    /** In deviations. */
    private static final double ABOVE = 4;

    /** In ln seconds. */
    private static final double ANY_TIME = 1;

    /** In deviations: of hardly any weight beside others. */
    private static final double ANY = 100;

    public RunScatter {
        Sensible.requirePositive("the deviation of runs", deviation);
        Sensible.requireShare("the share of stragglers", share);
        Sensible.requireShare("the share of early runs", early);
        Sensible.requireNotNegative("the shift of stragglers", shift);
        Sensible.requireNotNegative("the deviation of shifts", shiftDeviation);
        Sensible.requireNotNegative("the runs that tell of the deviation", freedom);
    }

    /** What the variance may be, by as much as is known of it. */
    List<VarianceDoubt> doubts() {
        return VarianceDoubt.of(VarianceDoubt.deviation(BELIEVED, freedom));
    }

    /**
     * How many runs tell of a deviation of whose variance more is believed.
     *
     * @param believed deviation of its logarithm before a run is seen
     * @param freedom how many runs tell of it
     */
    static double freedom(double believed, double freedom) {
        return Math.max(0, freedom + 2 / (believed * believed) - 2 / (BELIEVED * BELIEVED));
    }

    /** Of so many runs of a configuration: one that stands alone is not early, since nothing beside it could tell. */
    RunScatter among(int runs) {
        return runs > 1 ? this : withEarly(0);
    }

    RunScatter withEarly(double other) {
        return new RunScatter(deviation, share, other, shift, shiftDeviation, freedom);
    }

    /** The same, where most lie nearer or farther. */
    RunScatter with(double otherDeviation, double otherFreedom) {
        return new RunScatter(otherDeviation, share, early, shift, shiftDeviation, otherFreedom);
    }

    /** As if a few runs, or as many as are stragglers, might have taken any time, as those do that hung. */
    RunScatter withAnyStragglers() {
        return new RunScatter(deviation, Math.max(RARE, share), 0, ABOVE * deviation, ANY_TIME, freedom);
    }

    /** The same with a multiple of the variance. */
    RunScatter times(double factor) {
        return factor == 1 ? this : with(deviation * Math.sqrt(factor), freedom);
    }

    /** The same where there are no stragglers that are known. */
    RunScatter orAnyStragglers() {
        return share > 0 ? this : withAnyStragglers();
    }

    /** As if all might have taken any time. */
    RunScatter ofAnyTime() {
        return new RunScatter(ANY * deviation, 0, 0, 0, 0, freedom);
    }

    /** The share of runs that are neither stragglers nor early. */
    double usual() {
        return 1 - share - early;
    }

    double variance() {
        return deviation * deviation;
    }

    double stragglerVariance() {
        return deviation * deviation + shiftDeviation * shiftDeviation;
    }
}

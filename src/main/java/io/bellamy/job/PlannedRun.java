package io.bellamy.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A run that nobody has measured yet.
 *
 * @param scaleOut number of machines, at least 1
 * @param properties the values known of it
 * @param day on which it is to run; where it is not told, the day after the newest run that is known
 * @param standIns for a model that knows values only as they were run: what stands in for its properties; empty where these
 *     were run, or nobody knows
 */
public record PlannedRun(int scaleOut, PropertyValues properties, Optional<LocalDate> day, List<StandIn> standIns) {

    /**
     * Properties that stand in for those of a run.
     *
     * @param properties their values
     * @param share their weight; those of all stand-ins add up to 1
     */
    public record StandIn(PropertyValues properties, double share) {}

    public PlannedRun {
        standIns = List.copyOf(standIns);
    }

    /** A run whose properties need no others to stand in. */
    public PlannedRun(int scaleOut, PropertyValues properties) {
        this(scaleOut, properties, Optional.empty(), List.of());
    }
}

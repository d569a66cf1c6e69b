package io.bellamy.job;

import java.util.List;
import java.util.Map;

/**
 * A run that nobody has measured yet.
 *
 * @param scaleOut number of machines, at least 1
 * @param properties the values known of it, by name; an optional property that is unknown is not there
 * @param standIns for a model that knows values only as they were run: what stands in for its properties; empty where these
 *     were run, or nobody knows
 */
public record PlannedRun(int scaleOut, Map<String, String> properties, List<StandIn> standIns) {

    /**
     * Properties that stand in for those of a run.
     *
     * @param properties by name
     * @param share their weight; those of all stand-ins add up to 1
     */
    public record StandIn(Map<String, String> properties, double share) {

        public StandIn {
            properties = Map.copyOf(properties);
        }
    }

    public PlannedRun {
        properties = Map.copyOf(properties);
        standIns = List.copyOf(standIns);
    }

    /** A run whose properties need no others to stand in. */
    public PlannedRun(int scaleOut, Map<String, String> properties) {
        this(scaleOut, properties, List.of());
    }
}

package io.bellamy.job;

import java.util.Map;

/**
 * A run that nobody has measured yet.
 *
 * @param scaleOut number of machines, at least 1
 * @param properties the values known of it, by name; an optional property that is unknown is not there
 */
public record PlannedRun(int scaleOut, Map<String, String> properties) {

    public PlannedRun {
        properties = Map.copyOf(properties);
    }
}

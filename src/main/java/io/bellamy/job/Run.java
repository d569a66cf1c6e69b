package io.bellamy.job;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One measured execution of a job.
 *
 * @param scaleOut number of machines, at least 1
 * @param runtime gross runtime in seconds, positive
 * @param properties the values known of it, essential and optional, by name; what a data set does not have is not there
 * @param measured the day of the run, where the data set tells it
 * @param kinds when two values of a property mean the same
 */
public record Run(
        int scaleOut,
        double runtime,
        Map<String, String> properties,
        Optional<LocalDate> measured,
        PropertyKinds kinds) {

    public Run {
        if (scaleOut < 1) {
            throw new IllegalArgumentException("scale-out " + scaleOut + " must be at least 1");
        }
        if (!(runtime > 0) || Double.isInfinite(runtime)) {
            throw new IllegalArgumentException("runtime " + runtime + " must be a positive number of seconds");
        }
        properties = Map.copyOf(properties);
    }

    /** A run of which nobody knows the day, and whose properties are names. */
    public Run(int scaleOut, double runtime, Map<String, String> properties) {
        this(scaleOut, runtime, properties, Optional.empty(), PropertyKinds.NAMES);
    }

    /** The value of a property, if the data set has it. */
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** The value of an essential property; a property that the data set does not have is blank. */
    public String essential(String name) {
        return properties.getOrDefault(name, "");
    }

    /** The value of a property in one spelling; blank where there is none. */
    public String canonical(String name) {
        return kinds.canonical(name, essential(name));
    }

    /** Is the value of a property this one, or one that means the same? */
    public boolean has(String name, String value) {
        return kinds.same(name, essential(name), value);
    }
}

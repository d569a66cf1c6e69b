package io.bellamy.job;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One measured execution of a job.
 *
 * @param scaleOut number of machines, at least 1
 * @param runtime gross runtime in seconds, positive; of a run that was stopped what it had taken by then
 * @param properties the values known of it, essential and optional
 * @param measured the day of the run, where the data set tells it
 * @param finished whether it came to its end, rather than was stopped, so that it would have taken longer
 */
public record Run(
        int scaleOut, double runtime, PropertyValues properties, Optional<LocalDate> measured, boolean finished) {

    public Run {
        if (scaleOut < 1) {
            throw new IllegalArgumentException("scale-out " + scaleOut + " must be at least 1");
        }
        if (!(runtime > 0) || Double.isInfinite(runtime)) {
            throw new IllegalArgumentException("runtime " + runtime + " must be a positive number of seconds");
        }
    }

    /** A run that came to its end. */
    public Run(int scaleOut, double runtime, PropertyValues properties, Optional<LocalDate> measured) {
        this(scaleOut, runtime, properties, measured, true);
    }

    /** A run that came to its end, of which nobody knows the day. */
    public Run(int scaleOut, double runtime, PropertyValues properties) {
        this(scaleOut, runtime, properties, Optional.empty());
    }

    /** The text of a property, if the data set has it. */
    public Optional<String> property(String name) {
        return properties.text(name);
    }

    /** The text of an essential property; a property that the data set does not have is blank. */
    public String essential(String name) {
        return properties.text(name).orElse("");
    }

    /** The value of a property in one spelling; blank where there is none. */
    public String canonical(String name) {
        return properties.canonical(name);
    }
}

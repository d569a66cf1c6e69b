package io.bellamy.job;

import java.util.Optional;

/**
 * What is billed of a cluster beside the time in which its machines run a job.
 *
 * @param startup for how many seconds all machines are billed before a run begins, where that is known
 * @param driver the machine type of one machine more, that of the driver or master, where there is one
 */
public record ClusterCharge(Optional<Double> startup, Optional<String> driver) {

    /** Nothing was said. */
    public static final ClusterCharge NONE = new ClusterCharge(Optional.empty(), Optional.empty());

    /** This, and what another says where it says nothing. */
    public ClusterCharge or(ClusterCharge other) {
        return new ClusterCharge(startup.or(other::startup), driver.or(other::driver));
    }

    /** Seconds; 0 where nothing is known. */
    public double seconds() {
        return startup.orElse(0.0);
    }
}

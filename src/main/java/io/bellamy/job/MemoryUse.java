package io.bellamy.job;

import java.util.Locale;
import java.util.Optional;

/**
 * What a run tells of the memory that a job needs. It may have failed, and so be no run otherwise.
 *
 * @param scaleOut number of machines, at least 1
 * @param properties the values known of it, essential and optional
 * @param ending what came of it
 * @param peak the most memory that was used, where that was measured
 */
public record MemoryUse(int scaleOut, PropertyValues properties, Ending ending, Optional<Peak> peak) {

    /** What came of a run, as far as memory is concerned. */
    public enum Ending {
        /** It ended well, and nothing went to disks for want of memory. */
        FITS,
        /** It ended well, though memory was short: data went to disks, or tasks had to be done again. */
        SPILLED,
        /** It ended well; whether anything was spilled nobody knows. */
        SURVIVED,
        /** It failed for want of memory. */
        DIED,
        /** It failed, and nobody knows why. */
        FAILED
    }

    /** What a peak was measured of. */
    public enum PeakOf {
        /** The task that needed most. */
        TASK,
        /** The machine, or executor, that needed most. */
        MACHINE,
        /** All machines together. */
        CLUSTER;

        /** As it is written in a description. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The most memory that was used at a time.
     *
     * @param megabytes above 0
     * @param of what
     */
    public record Peak(double megabytes, PeakOf of) {}
}

package io.bellamy.job;

import java.util.Locale;

/** What a scale-out counts. */
public enum ScaleOutUnit {
    /** Machines, on which executors are yet to be made. */
    MACHINES,
    /** Executors: what runs tell of memory and slots is that of executors then, not of what they run on. */
    EXECUTORS,
    /** Cores of executors, of which nobody knows how many each has. */
    CORES;

    /** As it is written in a description. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

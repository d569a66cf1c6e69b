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

    /** A single one of them: {@code machine}. */
    public String one() {
        return toString().substring(0, name().length() - 1);
    }

    /** What costs are counted in where there are no prices: {@code machine-h}. */
    public String hour() {
        return one() + "-h";
    }

    /** For each of them: {@code a machine}, {@code an executor}. */
    public String each() {
        return (this == EXECUTORS ? "an " : "a ") + one();
    }

    /** As it is written in a description. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

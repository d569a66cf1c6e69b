package io.bellamy.launch;

import java.util.Locale;

/** Who starts the executors of Spark. */
public enum ClusterManager {
    YARN,
    KUBERNETES,
    STANDALONE;

    /** As the configuration has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.bellamy.grouping;

import io.bellamy.job.SafeName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of jobs as names of algorithms, which become folders: harmless, not too long, and different even where capitals do not
 * count. A job keeps the name that it got first.
 */
public final class AlgorithmNames {

    /** Means each algorithm where one is asked for. */
    private static final String ALL = "all";

    private final Map<String, String> byKey = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** A job that has a name already. */
    public void keep(String key, String algorithm) {
        if (byKey.putIfAbsent(key, algorithm) == null) {
            taken.add(algorithm.toLowerCase(Locale.ROOT));
        }
    }

    /** The name of a job, made where it has none. */
    public String of(JobKey job) {
        return byKey.computeIfAbsent(job.key(), key -> {
            String safe = SafeName.of(job.name());
            boolean free = !safe.isEmpty() && !safe.equalsIgnoreCase(ALL) && taken.add(safe.toLowerCase(Locale.ROOT));
            String name = free ? safe : SafeName.distinct(job.name(), key);
            taken.add(name.toLowerCase(Locale.ROOT));
            return name;
        });
    }
}

package io.bellamy.process;

import io.bellamy.job.Run;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of other algorithms of the same data set, which teach an algorithm that has few of its own.
 *
 * @param algorithm the algorithm itself
 * @param others the runs of each other one, by its name, at least one each
 */
public record Companions(String algorithm, Map<String, List<Run>> others) {

    /** There are none. */
    public static final Companions NONE = new Companions("", Map.of());

    public Companions {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }
}

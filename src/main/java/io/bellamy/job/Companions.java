package io.bellamy.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Runs of other algorithms of the same data set, which teach an algorithm that has few of its own.
 *
 * @param algorithm the algorithm itself
 * @param others the runs of each other one, by its name, at least one each
 */
public record Companions(String algorithm, Map<String, List<Run>> others) {

    /** There are none. */
    public static final Companions NONE = new Companions("", Map.of());

    /** With as many runs of its own an algorithm needs no other. */
    public static final int ENOUGH = 100;

    public Companions {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Only some of the runs. */
    public Companions only(Predicate<Run> wanted) {
        Map<String, List<Run>> left = new LinkedHashMap<>();
        others.forEach((name, runs) -> {
            List<Run> some = runs.stream().filter(wanted).toList();
            if (!some.isEmpty()) {
                left.put(name, some);
            }
        });
        return left.isEmpty() ? NONE : new Companions(algorithm, left);
    }
}

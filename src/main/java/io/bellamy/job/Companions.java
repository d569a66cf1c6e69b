package io.bellamy.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is known beside the runs of an algorithm that came to their end.
 *
 * @param algorithm the algorithm itself
 * @param stopped its runs of which it is known only that they took longer
 * @param others runs of other algorithms of the same data set, which teach one that has few of its own: of each, by its name, at least one
 */
public record Companions(String algorithm, List<Run> stopped, Map<String, List<Run>> others) {

    /** There are none. */
    public static final Companions NONE = new Companions("", List.of(), Map.of());

    /** With as many runs of its own an algorithm needs no other. */
    public static final int ENOUGH = 100;

    public Companions {
        stopped = List.copyOf(stopped);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Runs that were stopped, and no other algorithm. */
    public static Companions ofStopped(String algorithm, List<Run> stopped) {
        return new Companions(algorithm, stopped, Map.of());
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
        return new Companions(algorithm, stopped.stream().filter(wanted).toList(), left);
    }
}

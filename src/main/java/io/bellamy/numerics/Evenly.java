package io.bellamy.numerics;

import java.util.List;
import java.util.stream.IntStream;

/** Takes some of many. */
public final class Evenly {

    private Evenly() {}

    /** At most so many of a list, evenly spread over it, the first among them, in order. */
    public static <T> List<T> some(List<T> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get((int) ((long) i * all.size() / most)))
                        .toList();
    }
}

package io.bellamy.adaptation;

/**
 * Where a runtime lies.
 *
 * @param level with which probability, in (0, 1)
 * @param lower seconds
 * @param upper seconds
 */
public record Interval(double level, double lower, double upper) {

    public boolean contains(double runtime) {
        return lower <= runtime && runtime <= upper;
    }
}

package io.bellamy.features;

import java.util.Arrays;

/**
 * Scales what was seen in fitting to [0, 1]; what lies beyond is not clipped. A column with one value only is shifted to
 * 0.
 *
 * @param min the smallest value seen
 * @param max the largest value seen
 */
public record MinMaxScaler(double min, double max) {

    public MinMaxScaler {
        if (!(min <= max)) {
            throw new IllegalArgumentException("the smallest value " + min + " must not be above the largest, " + max);
        }
    }

    /** Takes the range of these values, of which there is at least one. */
    static MinMaxScaler fit(double[] values) {
        return new MinMaxScaler(
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }

    public double apply(double value) {
        double range = max - min;
        return (value - min) / (range == 0 ? 1 : range);
    }
}

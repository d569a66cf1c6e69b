package io.bellamy.numerics;

import java.util.List;

/**
 * A height and the way up.
 *
 * @param height what is to be as large as it can be
 * @param gradient its derivative by every parameter
 */
public record Slope(double height, List<Double> gradient) {

    public Slope {
        gradient = List.copyOf(gradient);
    }
}

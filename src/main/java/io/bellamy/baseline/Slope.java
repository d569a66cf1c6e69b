package io.bellamy.baseline;

import java.util.List;

/**
 * A height and the way up.
 *
 * @param height what is to be as large as it can be
 * @param gradient its derivative by every parameter
 */
record Slope(double height, List<Double> gradient) {

    Slope {
        gradient = List.copyOf(gradient);
    }
}

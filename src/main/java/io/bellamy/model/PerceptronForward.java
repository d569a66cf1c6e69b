package io.bellamy.model;

/**
 * The forward pass of one perceptron for one run in plain Java: what {@link PerceptronPass} computes for many, for
 * predictions, which would otherwise wait a second for the engine to start.
 */
final class PerceptronForward {

    private PerceptronForward() {}

    /** The standardised log-runtime for standardised columns {@code [inputs]}. */
    static double apply(PerceptronShape shape, PackedFloats weights, double[] columns) {
        double[] hidden = columns;
        int offset = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            double[] next = new double[shape.width()];
            int biases = offset + hidden.length * shape.width();
            for (int out = 0; out < next.length; out++) {
                next[out] = weights.at(biases + out);
            }
            for (int in = 0; in < hidden.length; in++) {
                int row = offset + in * next.length;
                for (int out = 0; out < next.length; out++) {
                    next[out] += hidden[in] * weights.at(row + out);
                }
            }
            for (int out = 0; out < next.length; out++) {
                next[out] = activated(shape, next[out]);
            }
            offset = biases + shape.width();
            hidden = next;
        }
        double sum = weights.at(offset + shape.width());
        for (int in = 0; in < hidden.length; in++) {
            sum += hidden[in] * weights.at(offset + in);
        }
        offset += shape.width() + 1;
        for (int in = 0; in < columns.length; in++) {
            sum += columns[in] * weights.at(offset + in);
        }
        return sum;
    }

    private static double activated(PerceptronShape shape, double value) {
        return switch (shape.activation()) {
            case SILU -> value / (1 + Math.exp(-value));
            case TANH -> Math.tanh(value);
        };
    }
}

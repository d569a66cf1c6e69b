package io.bellamy.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** The forward pass of K stacked perceptrons of one shape. */
public final class PerceptronPass {

    private PerceptronPass() {}

    /**
     * Standardised log-runtimes.
     *
     * @param inputs standardised columns, {@code [1 or K, D, inputs]}
     * @param weights flat, {@code [K, shape.size()]}
     * @return {@code [K, D]}
     */
    public static NDArray apply(PerceptronShape shape, NDArray inputs, NDArray weights) {
        long networks = weights.getShape().get(0);
        int[] lengths = shape.pieces();
        long[] cuts = new long[lengths.length - 1];
        long offset = 0;
        for (int i = 0; i < cuts.length; i++) {
            offset += lengths[i];
            cuts[i] = offset;
        }
        NDList pieces = weights.split(cuts, 1);
        NDArray hidden = inputs;
        for (int layer = 0; layer < shape.layers(); layer++) {
            NDArray matrix = pieces.get(2 * layer).reshape(networks, -1, shape.width());
            NDArray bias = pieces.get(2 * layer + 1).reshape(networks, 1, shape.width());
            hidden = activate(shape, hidden.matMul(matrix).add(bias));
        }
        NDArray output = hidden.matMul(pieces.get(2 * shape.layers()).reshape(networks, shape.width(), 1))
                .add(pieces.get(2 * shape.layers() + 1).reshape(networks, 1, 1));
        NDArray straight = inputs.matMul(pieces.get(2 * shape.layers() + 2).reshape(networks, shape.inputs(), 1));
        return output.add(straight).squeeze(2);
    }

    private static NDArray activate(PerceptronShape shape, NDArray values) {
        return switch (shape.activation()) {
            case SILU -> values.mul(values.getNDArrayInternal().sigmoid());
            case TANH -> values.tanh();
        };
    }
}

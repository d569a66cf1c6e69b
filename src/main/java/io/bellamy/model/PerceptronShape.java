package io.bellamy.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A small network from numeric columns to a standardised log-runtime: a multi-layer perceptron with a linear path beside
 * it.
 *
 * @param inputs how many columns there are
 * @param layers how many hidden layers
 * @param width of each hidden layer
 * @param activation between the layers
 */
public record PerceptronShape(int inputs, int layers, int width, Activation activation) {

    /** What the perceptron adds to the linear path is small at the start. */
    private static final double FIRST_OUTPUT = 0.1;

    /** The non-linearity of the hidden layers. */
    public enum Activation {
        SILU,
        TANH
    }

    public PerceptronShape {
        if (inputs < 1 || layers < 1 || layers > 8 || width < 1 || width > 1024) {
            throw new IllegalArgumentException("a perceptron of " + inputs + " columns, " + layers
                    + " layers and width " + width + " must have at least 1, 1 to 8, and 1 to 1024");
        }
    }

    /**
     * The lengths of the pieces of a flat weight vector, in order: for every hidden layer its matrix {@code [in, width]}
     * and bias {@code [width]}, then the output's matrix {@code [width, 1]} and bias {@code [1]}, then the linear path's
     * matrix {@code [inputs, 1]}.
     */
    int[] pieces() {
        int[] pieces = new int[2 * layers + 3];
        for (int layer = 0; layer < layers; layer++) {
            pieces[2 * layer] = (layer == 0 ? inputs : width) * width;
            pieces[2 * layer + 1] = width;
        }
        pieces[2 * layers] = width;
        pieces[2 * layers + 1] = 1;
        pieces[2 * layers + 2] = inputs;
        return pieces;
    }

    /** How many weights it has. */
    public int size() {
        return Arrays.stream(pieces()).sum();
    }

    /** Normal with standard deviation 1/sqrt(fan-in), the output's a tenth of it; biases 0. {@code [size]}. */
    public float[] randomWeights(RandomGenerator random) {
        float[] weights = new float[size()];
        int offset = 0;
        int[] pieces = pieces();
        for (int piece = 0; piece < pieces.length; piece++) {
            boolean output = piece >= 2 * layers;
            boolean matrix = piece % 2 == 0;
            int fanIn = piece == 0 || piece == 2 * layers + 2 ? inputs : width;
            double deviation = (output ? FIRST_OUTPUT : 1) / Math.sqrt(fanIn);
            for (int i = 0; matrix && i < pieces[piece]; i++) {
                weights[offset + i] = (float) (deviation * random.nextGaussian());
            }
            offset += pieces[piece];
        }
        return weights;
    }
}

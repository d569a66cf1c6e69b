package io.bellamy.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * The forward pass of K stacked perceptrons of one shape, and the gradient by hand: the engine's own records one
 * computation of the process at a time, so that networks could not train side by side.
 */
public final class PerceptronPass {

    private final NDManager step;
    private final PerceptronShape shape;
    private final NDArray inputs;
    private final NDList pieces;
    private final List<NDArray> hidden = new ArrayList<>();
    private final List<NDArray> sigmoids = new ArrayList<>();
    private final NDArray predicted;

    /**
     * Computes the standardised log-runtimes.
     *
     * @param step owner of everything that comes of it
     * @param inputs standardised columns, {@code [1 or K, D, inputs]}
     * @param weights flat, {@code [K, shape.size()]}
     */
    public PerceptronPass(NDManager step, PerceptronShape shape, NDArray inputs, NDArray weights) {
        this.step = step;
        this.shape = shape;
        this.inputs = inputs;
        this.pieces = pieces(weights);
        NDArray below = inputs;
        for (int layer = 0; layer < shape.layers(); layer++) {
            NDArray sums = own(below.matMul(pieces.get(2 * layer))).addi(pieces.get(2 * layer + 1));
            below = activated(sums);
            hidden.add(below);
        }
        int output = 2 * shape.layers();
        this.predicted = below.matMul(pieces.get(output))
                .addi(pieces.get(output + 1))
                .addi(own(inputs.matMul(pieces.get(output + 2))));
    }

    /** Matrices {@code [K, in, out]} and biases {@code [K, 1, out]} by turns, as the shape has them. */
    private NDList pieces(NDArray weights) {
        int[] lengths = shape.pieces();
        long[] cuts = new long[lengths.length - 1];
        long offset = 0;
        for (int i = 0; i < cuts.length; i++) {
            offset += lengths[i];
            cuts[i] = offset;
        }
        NDList split = weights.split(cuts, 1);
        split.attach(step);
        long networks = weights.getShape().get(0);
        NDList shaped = new NDList();
        for (int i = 0; i < lengths.length; i++) {
            long out = i < 2 * shape.layers() ? shape.width() : 1;
            shaped.add(split.get(i).reshape(networks, -1, out));
        }
        return shaped;
    }

    private NDArray activated(NDArray sums) {
        return switch (shape.activation()) {
            case SILU -> {
                NDArray sigmoid = sums.getNDArrayInternal().sigmoid();
                sigmoids.add(sigmoid);
                yield sums.muli(sigmoid);
            }
            case TANH -> sums.tanh();
        };
    }

    /** What comes of a first operand that outlives the step would do so, too. */
    private NDArray own(NDArray array) {
        array.attach(step);
        return array;
    }

    /** The standardised log-runtimes, {@code [K, D]}. */
    public NDArray predicted() {
        return predicted.squeeze(2);
    }

    /**
     * The gradient of a loss with respect to the weights.
     *
     * @param slope the loss's derivative with respect to each log-runtime, {@code [K, D]}
     * @return {@code [K, shape.size()]}
     */
    public NDArray gradient(NDArray slope) {
        int output = 2 * shape.layers();
        NDArray[] gradients = new NDArray[output + 3];
        NDArray back = slope.expandDims(2);
        gradients[output + 2] = transposed(inputs).matMul(back);
        gradients[output + 1] = back.sum(new int[] {1});
        gradients[output] = transposed(hidden.get(shape.layers() - 1)).matMul(back);
        back = back.mul(transposed(pieces.get(output)));
        for (int layer = shape.layers() - 1; layer >= 0; layer--) {
            back = throughActivation(layer, back);
            NDArray below = layer == 0 ? inputs : hidden.get(layer - 1);
            gradients[2 * layer] = transposed(below).matMul(back);
            gradients[2 * layer + 1] = back.sum(new int[] {1});
            if (layer > 0) {
                back = back.matMul(transposed(pieces.get(2 * layer)));
            }
        }
        NDList flat = new NDList();
        long networks = slope.getShape().get(0);
        for (NDArray gradient : gradients) {
            flat.add(gradient.reshape(networks, -1));
        }
        return NDArrays.concat(flat, 1);
    }

    private NDArray transposed(NDArray array) {
        return own(array.transpose(0, 2, 1));
    }

    /** Of SiLU h = z s(z) the derivative is s + h - h s, of h = tanh z it is 1 - h h. */
    private NDArray throughActivation(int layer, NDArray back) {
        NDArray values = hidden.get(layer);
        return switch (shape.activation()) {
            case SILU -> {
                NDArray sigmoid = sigmoids.get(layer);
                yield back.muli(sigmoid.add(values).subi(values.mul(sigmoid)));
            }
            case TANH -> back.subi(values.mul(values).muli(back));
        };
    }
}

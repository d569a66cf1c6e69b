package io.bellamy.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forward pass of K stacked networks. A result belongs to the manager of the first operand, so values come first and
 * weights second.
 */
public final class ForwardPass {

    private final NetworkShape shape;
    private final long networks;
    private final Map<String, NDArray> matrices = new HashMap<>();
    private final Map<String, NDArray> biases = new HashMap<>();

    /**
     * A pass with these weights.
     *
     * @param parts the flat weights of every part, {@code [K, shape.size(part)]}
     */
    public ForwardPass(NetworkShape shape, Map<NetworkPart, NDArray> parts) {
        this.shape = shape;
        this.networks = parts.get(NetworkPart.HEAD).getShape().get(0);
        parts.forEach(this::cut);
    }

    private void cut(NetworkPart part, NDArray flat) {
        List<Layer> layers = shape.layers(part);
        long[] cuts =
                new long[layers.stream().mapToInt(layer -> layer.bias() ? 2 : 1).sum() - 1];
        int next = 0;
        long offset = 0;
        for (Layer layer : layers) {
            offset += (long) layer.inputs() * layer.outputs();
            next = mark(cuts, next, offset);
            if (layer.bias()) {
                offset += layer.outputs();
                next = mark(cuts, next, offset);
            }
        }
        NDList pieces = flat.split(cuts, 1);
        int piece = 0;
        for (Layer layer : layers) {
            matrices.put(layer.name(), pieces.get(piece++).reshape(networks, layer.inputs(), layer.outputs()));
            if (layer.bias()) {
                biases.put(layer.name(), pieces.get(piece++).reshape(networks, 1, layer.outputs()));
            }
        }
    }

    private static int mark(long[] cuts, int next, long offset) {
        if (next < cuts.length) {
            cuts[next] = offset;
        }
        return next + 1;
    }

    /** Property vectors {@code [K, U, encodingDim]} to codes {@code [K, U, codeDim]}. */
    public NDArray encode(NDArray vectors, Optional<DropoutNoise> dropout) {
        NDArray hidden = selu(linear(vectors, "encoder.0"));
        NDArray kept = dropout.map(noise -> noise.apply(hidden)).orElse(hidden);
        return selu(linear(kept, "encoder.3"));
    }

    /** Codes {@code [K, U, codeDim]} back to property vectors {@code [K, U, encodingDim]}. */
    public NDArray decode(NDArray codes, Optional<DropoutNoise> dropout) {
        NDArray hidden = selu(linear(codes, "decoder.0"));
        NDArray kept = dropout.map(noise -> noise.apply(hidden)).orElse(hidden);
        return linear(kept, "decoder.3").tanh();
    }

    /** Gathers the codes of each row: the essential ones and the mean of the optional ones, {@code [K, B, contextDim]}. */
    public NDArray contexts(NDArray codes, Batch batch) {
        long width = shape.codeDim();
        NDArray table = codes.reshape(-1, width);
        NDArray essential = embedding(batch.essentialIds(), table)
                .reshape(networks, batch.rows(), shape.essentialProperties() * width);
        NDArray mean = batch.optionalIds().size() == 0
                ? essential.getManager().zeros(new Shape(networks, batch.rows(), width), essential.getDataType())
                : embedding(batch.optionalIds(), table)
                        .reshape(networks, batch.rows(), -1, width)
                        .mul(batch.optionalShares())
                        .sum(new int[] {2});
        return essential.concat(mean, 2);
    }

    /** Scaled scale-outs {@code [K, B, 3]} and contexts {@code [K, B, contextDim]} to runtimes {@code [K, B, 1]}. */
    public NDArray runtimes(NDArray scaleOuts, NDArray contexts) {
        NDArray scaleOut = selu(linear(selu(linear(scaleOuts, "scale_out_layer.0")), "scale_out_layer.2"));
        NDArray hidden = selu(linear(scaleOut.concat(contexts, 2), "c_layer.0"));
        return selu(linear(hidden, "c_layer.2"));
    }

    private NDArray linear(NDArray values, String layer) {
        NDArray product = values.matMul(matrices.get(layer));
        NDArray bias = biases.get(layer);
        return bias == null ? product : product.add(bias);
    }

    private static NDArray selu(NDArray values) {
        return values.getNDArrayInternal().selu();
    }

    private static NDArray embedding(NDArray ids, NDArray table) {
        return ids.getNDArrayInternal()
                .embedding(ids, table, SparseFormat.DENSE)
                .singletonOrThrow();
    }
}

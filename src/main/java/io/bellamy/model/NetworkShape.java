package io.bellamy.model;

import io.bellamy.features.FeaturePipeline;
import java.util.List;

/**
 * How wide the network's layers are.
 *
 * @param hiddenDim the width of the hidden layers, even
 * @param encodingDim the length of a property vector
 * @param essentialProperties how many essential properties there are
 */
public record NetworkShape(int hiddenDim, int encodingDim, int essentialProperties) {

    /** How many features a scale-out has. */
    public static final int SCALE_OUT_FEATURES = 3;

    public NetworkShape {
        if (hiddenDim < 2 || hiddenDim % 2 != 0 || hiddenDim > 1024) {
            throw new IllegalArgumentException("hidden_dim " + hiddenDim + " must be an even number from 2 to 1024");
        }
        if (encodingDim < 2 || encodingDim > 1024) {
            throw new IllegalArgumentException("encoding_dim " + encodingDim + " must be from 2 to 1024");
        }
        if (essentialProperties < 1 || essentialProperties > 1000) {
            throw new IllegalArgumentException(
                    "essential properties " + essentialProperties + " must be from 1 to 1000");
        }
    }

    /** The shape for these features. */
    public static NetworkShape of(int hiddenDim, FeaturePipeline features) {
        int encodingDim = features.essential().get(0).encoder().length();
        return new NetworkShape(hiddenDim, encodingDim, features.essential().size());
    }

    /** The length of the code that a property vector is reduced to. */
    public int codeDim() {
        return hiddenDim / 2;
    }

    /** The length of what the head takes of a run's properties: the essential codes and the mean of the optional ones. */
    public int contextDim() {
        return (essentialProperties + 1) * codeDim();
    }

    /** All layers in the order in which weights are stored; the names are those of the original's checkpoints. */
    public List<Layer> layers() {
        return List.of(
                new Layer("scale_out_layer.0", NetworkPart.SCALE_OUT, SCALE_OUT_FEATURES, 2 * hiddenDim, true),
                new Layer("scale_out_layer.2", NetworkPart.SCALE_OUT, 2 * hiddenDim, hiddenDim, true),
                new Layer("encoder.0", NetworkPart.PROPERTIES, encodingDim, hiddenDim, false),
                new Layer("encoder.3", NetworkPart.PROPERTIES, hiddenDim, codeDim(), false),
                new Layer("decoder.0", NetworkPart.PROPERTIES, codeDim(), hiddenDim, false),
                new Layer("decoder.3", NetworkPart.PROPERTIES, hiddenDim, encodingDim, false),
                new Layer("c_layer.0", NetworkPart.HEAD, hiddenDim + contextDim(), hiddenDim, true),
                new Layer("c_layer.2", NetworkPart.HEAD, hiddenDim, 1, true));
    }

    /** The layers of one part, in order. */
    public List<Layer> layers(NetworkPart part) {
        return layers().stream().filter(layer -> layer.part() == part).toList();
    }

    /** How many numbers a part consists of. */
    public int size(NetworkPart part) {
        return layers(part).stream().mapToInt(Layer::size).sum();
    }
}

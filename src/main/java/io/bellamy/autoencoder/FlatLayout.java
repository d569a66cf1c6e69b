package io.bellamy.autoencoder;

import io.bellamy.model.Layer;
import io.bellamy.model.NetworkPart;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How a whole network lies in one array: its parts in order, each as {@link Weights} has it. */
final class FlatLayout {

    private FlatLayout() {}

    static int size(NetworkShape shape) {
        return Arrays.stream(NetworkPart.values()).mapToInt(shape::size).sum();
    }

    /** Where a part begins. */
    static int offset(NetworkShape shape, NetworkPart part) {
        return Arrays.stream(NetworkPart.values())
                .filter(earlier -> earlier.compareTo(part) < 0)
                .mapToInt(shape::size)
                .sum();
    }

    /** Where a layer of this name lies. */
    static Dense dense(NetworkShape shape, String name) {
        Layer wanted = shape.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
        int offset = offset(shape, wanted.part());
        for (Layer layer : shape.layers(wanted.part())) {
            if (layer.equals(wanted)) {
                break;
            }
            offset += layer.size();
        }
        return new Dense(offset, wanted.inputs(), wanted.outputs(), wanted.bias());
    }

    static double[] flat(Weights weights) {
        double[] flat = new double[size(weights.shape())];
        for (NetworkPart part : NetworkPart.values()) {
            double[] values = weights.values(part);
            System.arraycopy(values, 0, flat, offset(weights.shape(), part), values.length);
        }
        return flat;
    }

    static Weights weights(NetworkShape shape, double[] flat) {
        Map<NetworkPart, double[]> values = new EnumMap<>(NetworkPart.class);
        for (NetworkPart part : NetworkPart.values()) {
            int from = offset(shape, part);
            values.put(part, Arrays.copyOfRange(flat, from, from + shape.size(part)));
        }
        return Weights.of(shape, values);
    }
}

package io.bellamy.training;

import io.bellamy.model.NetworkPart;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/** Weights as bytes: the numbers of every part, as many as the shape says. */
final class PackedWeights {

    private PackedWeights() {}

    /** How many bytes they take. */
    static int size(NetworkShape shape) {
        int numbers = 0;
        for (NetworkPart part : NetworkPart.values()) {
            numbers += shape.size(part);
        }
        return numbers * Double.BYTES;
    }

    static ByteBuffer of(Weights weights) {
        ByteBuffer bytes = ByteBuffer.allocate(size(weights.shape()));
        put(bytes, weights);
        return bytes.flip();
    }

    /** @throws IllegalArgumentException if these are not the bytes of such weights */
    static Weights model(ByteBuffer packed, NetworkShape shape) {
        requireSize(packed, size(shape));
        return get(packed, shape);
    }

    static void put(ByteBuffer bytes, Weights weights) {
        for (NetworkPart part : NetworkPart.values()) {
            for (double number : weights.values(part)) {
                bytes.putDouble(number);
            }
        }
    }

    static Weights get(ByteBuffer bytes, NetworkShape shape) {
        Map<NetworkPart, double[]> values = new EnumMap<>(NetworkPart.class);
        for (NetworkPart part : NetworkPart.values()) {
            double[] numbers = new double[shape.size(part)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = bytes.getDouble();
            }
            values.put(part, numbers);
        }
        return Weights.of(shape, values);
    }

    /** @throws IllegalArgumentException if there are more or fewer bytes */
    static void requireSize(ByteBuffer bytes, int size) {
        if (bytes.remaining() != size) {
            throw new IllegalArgumentException(
                    "a state has " + bytes.remaining() + " bytes and not the " + size + " that belong to it");
        }
    }
}

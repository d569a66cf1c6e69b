package io.bellamy.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bellamy.model.PackedFloats;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Weights in files, of which there are many: the base64 of their IEEE 754 floats, four bytes each, the lowest first. Models of
 * before have a list of decimals instead, which takes longer to read.
 */
final class StoredWeights {

    private static final int DECIMALS_AT_FIRST = 4096;

    private StoredWeights() {}

    static void write(List<Float> weights, JsonGenerator to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(weights.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float weight : weights) {
            bytes.putFloat(weight);
        }
        to.writeString(Base64.getEncoder().encodeToString(bytes.array()));
    }

    /**
     * Reads the weights that begin with the present token, up to its last one.
     *
     * @throws JsonParseException if they are none, or not finite
     */
    static List<Float> read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return ofBytes(parser);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return ofDecimals(parser);
        }
        throw new JsonParseException(parser, "weights must be base64, or a list of numbers");
    }

    private static List<Float> ofBytes(JsonParser parser) throws IOException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(parser.getText());
        } catch (IllegalArgumentException e) {
            throw new JsonParseException(parser, "weights must be base64", e);
        }
        if (bytes.length % Float.BYTES != 0) {
            throw new JsonParseException(parser, "weights must be of four bytes each");
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        for (float value : values) {
            requireFinite(parser, value);
        }
        return PackedFloats.of(values, values.length);
    }

    private static List<Float> ofDecimals(JsonParser parser) throws IOException {
        float[] values = new float[DECIMALS_AT_FIRST];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count] = parser.currentToken().isNumeric() ? (float) parser.getDoubleValue() : Float.NaN;
            requireFinite(parser, values[count]);
            count++;
        }
        return PackedFloats.of(values, count);
    }

    private static void requireFinite(JsonParser parser, float value) throws IOException {
        if (!Float.isFinite(value)) {
            throw new JsonParseException(parser, "a weight " + FiniteNumbers.NOT_FINITE);
        }
    }
}

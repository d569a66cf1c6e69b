package io.bellamy.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.model.Layer;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Figures computed with the original, scikit-learn and PyTorch. */
public final class Golden {

    /** The shape of the original's network. */
    public static final NetworkShape SHAPE = new NetworkShape(8, 40, 5);

    private Golden() {}

    public static JsonNode read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] vector(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asDouble();
        }
        return values;
    }

    public static double[][] matrix(JsonNode node) {
        double[][] values = new double[node.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector(node.get(i));
        }
        return values;
    }

    /** Weights, or gradients, under the names of the original's parameters. */
    public static Weights weights(JsonNode parameters) {
        Map<String, double[][]> matrices = new HashMap<>();
        Map<String, double[]> biases = new HashMap<>();
        for (Layer layer : SHAPE.layers()) {
            matrices.put(layer.name(), matrix(parameters.get(layer.name() + ".weight")));
            if (layer.bias()) {
                biases.put(layer.name(), vector(parameters.get(layer.name() + ".bias")));
            }
        }
        return Weights.ofMatrices(SHAPE, matrices, biases);
    }
}

package io.bellamy.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The weights of one network, outside of any tensor. Within a part the layers follow one another, each as its matrix
 * {@code [in][out]} row by row and then its bias.
 */
public final class Weights {

    private static final double GAIN = 0.75;

    private final NetworkShape shape;
    private final Map<NetworkPart, double[]> values;

    private Weights(NetworkShape shape, Map<NetworkPart, double[]> values) {
        this.shape = shape;
        this.values = values;
    }

    /** Weights of these values, which are copied; one array of {@code shape.size(part)} numbers for every part. */
    public static Weights of(NetworkShape shape, Map<NetworkPart, double[]> values) {
        Map<NetworkPart, double[]> copies = new EnumMap<>(NetworkPart.class);
        for (NetworkPart part : NetworkPart.values()) {
            double[] given = values.get(part);
            if (given == null || given.length != shape.size(part)) {
                throw new IllegalArgumentException("weights of " + part + " must be " + shape.size(part) + " numbers");
            }
            copies.put(part, given.clone());
        }
        return new Weights(shape, copies);
    }

    /** Normal with standard deviation 0.75 / sqrt(fan-in), biases 0. */
    public static Weights random(NetworkShape shape, RandomGenerator random) {
        Map<String, double[][]> matrices = new LinkedHashMap<>();
        for (Layer layer : shape.layers()) {
            double deviation = GAIN / Math.sqrt(layer.inputs());
            double[][] matrix = new double[layer.outputs()][layer.inputs()];
            for (double[] row : matrix) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = deviation * random.nextGaussian();
                }
            }
            matrices.put(layer.name(), matrix);
        }
        return ofMatrices(shape, matrices, Map.of());
    }

    /**
     * Weights from matrices {@code [out][in]} and biases {@code [out]} by layer name; a bias that is not given is 0.
     *
     * @throws IllegalArgumentException naming the layer that is missing or has another size
     */
    public static Weights ofMatrices(
            NetworkShape shape, Map<String, double[][]> matrices, Map<String, double[]> biases) {
        // first, so that a shape that they do not have takes no memory
        shape.layers().forEach(layer -> check(layer, matrices.get(layer.name()), biases.get(layer.name())));
        Map<NetworkPart, double[]> values = new EnumMap<>(NetworkPart.class);
        for (NetworkPart part : NetworkPart.values()) {
            double[] flat = new double[shape.size(part)];
            int offset = 0;
            for (Layer layer : shape.layers(part)) {
                put(layer, matrices, biases, flat, offset);
                offset += layer.size();
            }
            values.put(part, flat);
        }
        return new Weights(shape, values);
    }

    public NetworkShape shape() {
        return shape;
    }

    /** The numbers of a part, {@code [shape.size(part)]}, as a copy. */
    public double[] values(NetworkPart part) {
        return values.get(part).clone();
    }

    /** The matrix of a layer, {@code [out][in]}. */
    public double[][] matrix(Layer layer) {
        double[] flat = values.get(layer.part());
        int offset = offset(layer);
        double[][] matrix = new double[layer.outputs()][layer.inputs()];
        for (int out = 0; out < layer.outputs(); out++) {
            for (int in = 0; in < layer.inputs(); in++) {
                matrix[out][in] = flat[offset + in * layer.outputs() + out];
            }
        }
        return matrix;
    }

    /** The bias of a layer that has one, {@code [out]}. */
    public double[] bias(Layer layer) {
        double[] bias = new double[layer.outputs()];
        System.arraycopy(
                values.get(layer.part()), offset(layer) + layer.inputs() * layer.outputs(), bias, 0, bias.length);
        return bias;
    }

    private int offset(Layer wanted) {
        int offset = 0;
        for (Layer layer : shape.layers(wanted.part())) {
            if (layer.equals(wanted)) {
                return offset;
            }
            offset += layer.size();
        }
        throw new IllegalArgumentException("no layer " + wanted);
    }

    private static void check(Layer layer, double[][] matrix, double[] bias) {
        if (matrix == null
                || matrix.length != layer.outputs()
                || (bias != null && bias.length != (layer.bias() ? layer.outputs() : 0))) {
            throw new IllegalArgumentException("layer " + layer.name() + " must have " + layer.outputs() + " outputs");
        }
        for (double[] row : matrix) {
            if (row == null || row.length != layer.inputs()) {
                throw new IllegalArgumentException(
                        "layer " + layer.name() + " must have " + layer.inputs() + " inputs");
            }
        }
        boolean finite = Stream.concat(Stream.of(matrix), Stream.ofNullable(bias))
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
        if (!finite) {
            throw new IllegalArgumentException("layer " + layer.name() + " must have finite weights");
        }
    }

    private static void put(
            Layer layer, Map<String, double[][]> matrices, Map<String, double[]> biases, double[] flat, int offset) {
        double[][] matrix = matrices.get(layer.name());
        for (int out = 0; out < layer.outputs(); out++) {
            for (int in = 0; in < layer.inputs(); in++) {
                flat[offset + in * layer.outputs() + out] = matrix[out][in];
            }
        }
        double[] bias = biases.getOrDefault(layer.name(), new double[0]);
        System.arraycopy(bias, 0, flat, offset + layer.inputs() * layer.outputs(), bias.length);
    }
}

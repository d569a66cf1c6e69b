package io.bellamy.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The weights of K networks of one shape, stacked {@code [K, size of the part]}, float64. */
public final class StackedWeights implements AutoCloseable {

    private final NDManager manager;
    private final NetworkShape shape;
    private final int networks;
    private final Map<NetworkPart, NDArray> parts = new EnumMap<>(NetworkPart.class);

    /** Stacks networks, of which there is at least one, in a manager of its own below the given one. */
    public StackedWeights(NDManager parent, List<Weights> weights) {
        this.manager = parent.newSubManager();
        this.shape = weights.get(0).shape();
        this.networks = weights.size();
        for (NetworkPart part : NetworkPart.values()) {
            List<double[]> rows = weights.stream().map(w -> w.values(part)).toList();
            parts.put(part, stack(manager, rows));
        }
    }

    /** Puts rows of equal length into a tensor {@code [rows, length]}. */
    public static NDArray stack(NDManager manager, List<double[]> rows) {
        double[] flat = rows.stream().flatMapToDouble(Arrays::stream).toArray();
        return manager.create(flat, new Shape(rows.size(), rows.get(0).length));
    }

    public NetworkShape shape() {
        return shape;
    }

    public int networks() {
        return networks;
    }

    /** Owner of the weights and of what lives as long as they. */
    public NDManager manager() {
        return manager;
    }

    /** The weights of a part, to be changed in place. */
    public NDArray part(NetworkPart part) {
        return parts.get(part);
    }

    /** A forward pass over copies of the weights that belong to a step, and those copies. */
    public Step step(NDManager step, Set<NetworkPart> trained) {
        Map<NetworkPart, NDArray> leaves = new EnumMap<>(NetworkPart.class);
        parts.forEach((part, values) -> {
            NDArray leaf = values.duplicate();
            leaf.attach(step);
            if (trained.contains(part)) {
                leaf.setRequiresGradient(true);
            }
            leaves.put(part, leaf);
        });
        return new Step(new ForwardPass(shape, leaves), leaves);
    }

    /**
     * A forward pass with what its gradients are asked from.
     *
     * @param leaves the weights that the pass uses, by part
     */
    public record Step(ForwardPass pass, Map<NetworkPart, NDArray> leaves) {}

    /** The weights of every network, in order. */
    public List<Weights> weights() {
        Map<NetworkPart, double[]> flat = new EnumMap<>(NetworkPart.class);
        parts.forEach((part, values) -> flat.put(part, values.toDoubleArray()));
        List<Weights> weights = new ArrayList<>();
        for (int k = 0; k < networks; k++) {
            Map<NetworkPart, double[]> own = new EnumMap<>(NetworkPart.class);
            for (NetworkPart part : NetworkPart.values()) {
                int size = shape.size(part);
                own.put(part, Arrays.copyOfRange(flat.get(part), k * size, (k + 1) * size));
            }
            weights.add(Weights.of(shape, own));
        }
        return weights;
    }

    @Override
    public void close() {
        manager.close();
    }
}

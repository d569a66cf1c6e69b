package io.bellamy.autoencoder;

import io.bellamy.features.Inputs;
import io.bellamy.model.NetworkShape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs of all rows that a network may be given: distinct property vectors and distinct scale-outs stand once. Never
 * changed, so networks in several threads may share it.
 */
public final class InputTable {

    private final Inputs inputs;
    /**
     * What each row refers to, {@code [rows][width]}: its scale-out, the vectors of its essential properties, how many
     * optional ones it has, and their vectors. In one piece, since rows are visited at random.
     */
    private final int[] references;

    private final int width;
    private final int essentialCount;
    private final double[][] scaleOuts;
    private final int optionalCount;

    public InputTable(Inputs inputs) {
        this.inputs = inputs;
        int rows = inputs.rows();
        int most = 0;
        for (int row = 0; row < rows; row++) {
            most = Math.max(most, inputs.optionalIds(row).length);
        }
        this.optionalCount = most;
        this.essentialCount = rows == 0 ? 0 : inputs.essentialIds(0).length;
        this.width = 2 + essentialCount + optionalCount;
        this.references = new int[rows * width];
        Map<List<Double>, Integer> distinct = new HashMap<>();
        double[][] found = new double[rows][];
        for (int row = 0; row < rows; row++) {
            double[] features = inputs.scaleOut(row);
            int next = distinct.size();
            int at = row * width;
            references[at] = distinct.computeIfAbsent(List.of(features[0], features[1], features[2]), key -> next);
            found[references[at]] = features;
            int[] optional = inputs.optionalIds(row);
            System.arraycopy(inputs.essentialIds(row), 0, references, at + 1, essentialCount);
            references[at + 1 + essentialCount] = optional.length;
            System.arraycopy(optional, 0, references, at + 2 + essentialCount, optional.length);
        }
        this.scaleOuts = Arrays.copyOf(found, distinct.size());
    }

    int distinctVectors() {
        return inputs.distinctVectors();
    }

    double[] vector(int id) {
        return inputs.vector(id);
    }

    int distinctScaleOuts() {
        return scaleOuts.length;
    }

    /** Scaled features of a distinct scale-out, {@code [3]}. */
    double[] scaleOut(int id) {
        return scaleOuts[id];
    }

    int scaleOutId(int row) {
        return references[row * width];
    }

    /** The vector of an essential property of a row. */
    int essentialId(int row, int property) {
        return references[row * width + 1 + property];
    }

    /** How many optional properties a row has. */
    int optionalCount(int row) {
        return references[row * width + 1 + essentialCount];
    }

    /** The vector of an optional property of a row. */
    int optionalId(int row, int property) {
        return references[row * width + 2 + essentialCount + property];
    }

    /** How many optional properties a row has at most. */
    int optionalCount() {
        return optionalCount;
    }

    /** How many vectors some rows refer to at most. */
    int mostVectors(int rows, NetworkShape shape) {
        long references = (long) rows * (shape.essentialProperties() + optionalCount);
        return (int) Math.min(references, distinctVectors());
    }
}

package io.bellamy.kernel;

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
public final class Table {

    private final Inputs inputs;
    private final int[] scaleOutIds;
    private final double[][] scaleOuts;
    private final int optionalCount;

    public Table(Inputs inputs) {
        this.inputs = inputs;
        this.scaleOutIds = new int[inputs.rows()];
        Map<List<Double>, Integer> distinct = new HashMap<>();
        double[][] found = new double[inputs.rows()][];
        int most = 0;
        for (int row = 0; row < scaleOutIds.length; row++) {
            double[] features = inputs.scaleOut(row);
            int next = distinct.size();
            scaleOutIds[row] = distinct.computeIfAbsent(List.of(features[0], features[1], features[2]), key -> next);
            found[scaleOutIds[row]] = features;
            most = Math.max(most, inputs.optionalIds(row).length);
        }
        this.scaleOuts = Arrays.copyOf(found, distinct.size());
        this.optionalCount = most;
    }

    public int rows() {
        return scaleOutIds.length;
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
        return scaleOutIds[row];
    }

    int[] essentialIds(int row) {
        return inputs.essentialIds(row);
    }

    int[] optionalIds(int row) {
        return inputs.optionalIds(row);
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

package io.bellamy.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.bellamy.features.Inputs;
import java.util.Arrays;

/** Puts rows of the inputs into tensors, each distinct property vector once. */
public final class BatchLoader {

    private final Inputs inputs;
    private final int encodingDim;
    private final int optionalCount;

    public BatchLoader(Inputs inputs, NetworkShape shape) {
        this.inputs = inputs;
        this.encodingDim = shape.encodingDim();
        int most = 0;
        for (int row = 0; row < inputs.rows(); row++) {
            most = Math.max(most, inputs.optionalIds(row).length);
        }
        this.optionalCount = most;
    }

    /**
     * Loads a batch.
     *
     * @param manager owner of the tensors
     * @param rows the rows for each network, {@code [K][B]}
     * @param runtimes what is to be learned for these rows, seconds, {@code [K][B]}
     */
    public Batch load(NDManager manager, int[][] rows, double[][] runtimes) {
        int networks = rows.length;
        VectorIds[] ids = new VectorIds[networks];
        int distinct = 1;
        for (int k = 0; k < networks; k++) {
            ids[k] = new VectorIds(rows[k]);
            distinct = Math.max(distinct, ids[k].count);
        }
        return fill(manager, rows, runtimes, ids, distinct);
    }

    private Batch fill(NDManager manager, int[][] rows, double[][] runtimes, VectorIds[] ids, int distinct) {
        int networks = rows.length;
        int batch = rows[0].length;
        int essentialCount = inputs.essentialIds(rows[0][0]).length;
        double[] scaleOuts = new double[networks * batch * NetworkShape.SCALE_OUT_FEATURES];
        double[] vectors = new double[networks * distinct * encodingDim];
        long[] essential = new long[networks * batch * essentialCount];
        long[] optional = new long[networks * batch * optionalCount];
        double[] optionalShares = new double[optional.length];
        double[] reconstruction = new double[networks * distinct];
        double[] targets = new double[networks * batch];
        for (int k = 0; k < networks; k++) {
            int first = k * distinct;
            int optionalValues = Arrays.stream(rows[k])
                    .map(row -> inputs.optionalIds(row).length)
                    .sum();
            for (int b = 0; b < batch; b++) {
                int row = rows[k][b];
                int at = k * batch + b;
                System.arraycopy(inputs.scaleOut(row), 0, scaleOuts, at * 3, 3);
                targets[at] = runtimes[k][b];
                int[] essentialIds = inputs.essentialIds(row);
                for (int e = 0; e < essentialCount; e++) {
                    int id = first + ids[k].local[essentialIds[e]];
                    essential[at * essentialCount + e] = id;
                    reconstruction[id] += 1.0 / ((double) batch * essentialCount * encodingDim);
                }
                int[] optionalIds = inputs.optionalIds(row);
                for (int o = 0; o < optionalIds.length; o++) {
                    int id = first + ids[k].local[optionalIds[o]];
                    optional[at * optionalCount + o] = id;
                    optionalShares[at * optionalCount + o] = 1.0 / optionalIds.length;
                    reconstruction[id] += 1.0 / ((double) optionalValues * encodingDim);
                }
            }
            ids[k].copyVectors(vectors, first);
        }
        return new Batch(
                manager.create(scaleOuts, new Shape(networks, batch, NetworkShape.SCALE_OUT_FEATURES)),
                manager.create(vectors, new Shape(networks, distinct, encodingDim)),
                manager.create(essential, new Shape(networks, (long) batch * essentialCount)),
                manager.create(optional, new Shape(networks, (long) batch * optionalCount)),
                manager.create(optionalShares, new Shape(networks, batch, optionalCount, 1)),
                manager.create(reconstruction, new Shape(networks, distinct, 1)),
                manager.create(targets, new Shape(networks, batch, 1)),
                Arrays.stream(ids).map(own -> own.count).toList());
    }

    /** Numbers the vectors that some rows refer to from 0, in the order in which they come. */
    private final class VectorIds {
        private final int[] local = new int[inputs.distinctVectors()];
        private final int[] global;
        private int count;

        VectorIds(int[] rows) {
            Arrays.fill(local, -1);
            int[] order = new int[inputs.distinctVectors()];
            for (int row : rows) {
                number(inputs.essentialIds(row), order);
                number(inputs.optionalIds(row), order);
            }
            global = Arrays.copyOf(order, count);
        }

        private void number(int[] ids, int[] order) {
            for (int id : ids) {
                if (local[id] < 0) {
                    local[id] = count;
                    order[count++] = id;
                }
            }
        }

        private void copyVectors(double[] target, int first) {
            for (int i = 0; i < count; i++) {
                System.arraycopy(inputs.vector(global[i]), 0, target, (first + i) * encodingDim, encodingDim);
            }
        }
    }

    /** All rows of the inputs for one network, with no runtimes to learn. */
    public Batch loadAll(NDManager manager) {
        int[] rows = new int[inputs.rows()];
        Arrays.setAll(rows, row -> row);
        return load(manager, new int[][] {rows}, new double[1][rows.length]);
    }
}

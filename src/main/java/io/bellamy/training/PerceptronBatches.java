package io.bellamy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What K perceptrons learn from, step by step: all configurations in every step where they are few, else so many of them
 * in a random order. Every network sees the same rows with columns of its own scaling, and with shares that are 0 for
 * what it must not see.
 */
final class PerceptronBatches {

    /** Configurations in a step: more cost time and gain nothing. */
    private static final int MOST_ROWS = 2048;

    private final NDManager manager;
    private final double[][][] columns;
    private final Configurations configurations;
    private final boolean[][] seen;
    private final RandomGenerator random;
    private final int[] order;
    private int next;
    private Batch all;

    /**
     * What a step is given.
     *
     * @param columns {@code [K, D, inputs]}
     * @param targets standardised log-runtimes, {@code [1, D, T]}
     * @param shares what each counts for each network, {@code [K, D, T]}, adding up to 1 for each
     */
    record Batch(NDArray columns, NDArray targets, NDArray shares) {}

    /**
     * Prepares batches.
     *
     * @param manager owner of what lives as long as training
     * @param columns standardised, {@code [K][D][inputs]}
     * @param configurations what was measured, {@code D} of them
     * @param seen which network learns from which configuration, {@code [K][D]}
     * @param random the order of the configurations
     */
    PerceptronBatches(
            NDManager manager,
            double[][][] columns,
            Configurations configurations,
            boolean[][] seen,
            RandomGenerator random) {
        this.manager = manager;
        this.columns = columns;
        this.configurations = configurations;
        this.seen = seen;
        this.random = random;
        this.order = new int[configurations.size()];
        Arrays.setAll(order, row -> row);
        this.next = order.length;
    }

    /** The next batch; what is made for it alone belongs to {@code step}. */
    Batch next(NDManager step) {
        if (order.length <= MOST_ROWS) {
            if (all == null) {
                all = batch(manager, order);
            }
            return all;
        }
        if (next + MOST_ROWS > order.length) {
            Shuffling.shuffle(order, random);
            next = 0;
        }
        int[] rows = Arrays.copyOfRange(order, next, next + MOST_ROWS);
        next += MOST_ROWS;
        return batch(step, rows);
    }

    private Batch batch(NDManager owner, int[] rows) {
        int networks = columns.length;
        int inputs = columns[0][0].length;
        int most = configurations.mostRuns();
        float[] flat = new float[networks * rows.length * inputs];
        float[] targets = new float[rows.length * most];
        float[] shares = new float[networks * rows.length * most];
        for (int r = 0; r < rows.length; r++) {
            double[] own = configurations.targets(rows[r]);
            for (int t = 0; t < own.length; t++) {
                targets[r * most + t] = (float) own[t];
            }
        }
        for (int k = 0; k < networks; k++) {
            int runs = 0;
            for (int row : rows) {
                runs += seen[k][row] ? configurations.targets(row).length : 0;
            }
            for (int r = 0; r < rows.length; r++) {
                int at = k * rows.length + r;
                for (int i = 0; i < inputs; i++) {
                    flat[at * inputs + i] = (float) columns[k][rows[r]][i];
                }
                int count = seen[k][rows[r]] ? configurations.targets(rows[r]).length : 0;
                Arrays.fill(shares, at * most, at * most + count, 1f / Math.max(1, runs));
            }
        }
        return new Batch(
                owner.create(flat, new Shape(networks, rows.length, inputs)),
                owner.create(targets, new Shape(1, rows.length, most)),
                owner.create(shares, new Shape(networks, rows.length, most)));
    }
}

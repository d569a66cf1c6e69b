package io.bellamy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.bellamy.tuning.Seed;
import java.util.Arrays;

/**
 * What K perceptrons learn from, step by step: all configurations in every step where they are few, else so many of them
 * in a random order. Which these are follows from the step alone. Every network sees the same rows with columns of its own scaling, and with shares that are 0 for
 * what it must not see.
 */
final class PerceptronBatches {

    /** Configurations in a step: more cost time and gain nothing. */
    private static final int MOST_ROWS = 2048;

    private final NDManager manager;
    private final double[][][] columns;
    private final Configurations configurations;
    private final boolean[][] seen;
    private final Seed seed;
    private int[] order;
    private int pass = -1;
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
     * @param seed of the order of the configurations, which is another in every pass
     */
    PerceptronBatches(
            NDManager manager, double[][][] columns, Configurations configurations, boolean[][] seen, Seed seed) {
        this.manager = manager;
        this.columns = columns;
        this.configurations = configurations;
        this.seen = seen;
        this.seed = seed;
    }

    /** The batch of a step, from 0; what is made for it alone belongs to {@code step}. */
    Batch batch(NDManager step, int number) {
        if (configurations.size() <= MOST_ROWS) {
            if (all == null) {
                all = rows(manager, inOrder());
            }
            return all;
        }
        int steps = configurations.size() / MOST_ROWS;
        if (number / steps != pass) {
            pass = number / steps;
            order = inOrder();
            Shuffling.shuffle(order, seed.stream("pass " + pass).generator());
        }
        int from = number % steps * MOST_ROWS;
        return rows(step, Arrays.copyOfRange(order, from, from + MOST_ROWS));
    }

    private int[] inOrder() {
        int[] rows = new int[configurations.size()];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    private Batch rows(NDManager owner, int[] rows) {
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

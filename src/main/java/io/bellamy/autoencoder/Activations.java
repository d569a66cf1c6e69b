package io.bellamy.autoencoder;

/** Activation functions in place, with their slopes taken from their values. */
final class Activations {

    private static final double SCALE = 1.0507009873554805;
    private static final double SCALED_ALPHA = SCALE * 1.6732632423543772;

    /** Beyond this, tanh is 1 in float64. */
    private static final double FLAT = 20;

    private static final double HALVINGS = 1 / 16.0;

    private Activations() {}

    /** Klambauer et al., Self-Normalizing Neural Networks, 2017; the first n of every row. */
    static void selu(double[][] rows, int n) {
        for (double[] row : rows) {
            for (int u = 0; u < n; u++) {
                double x = row[u];
                row[u] = x > 0 ? SCALE * x : SCALED_ALPHA * (Math.exp(x) - 1);
            }
        }
    }

    /** Turns slopes of values into slopes of what they were computed from. */
    static void seluSlopes(double[][] values, double[][] slopes, int n) {
        for (int j = 0; j < values.length; j++) {
            double[] value = values[j];
            double[] slope = slopes[j];
            for (int u = 0; u < n; u++) {
                slope[u] *= value[u] > 0 ? SCALE : value[u] + SCALED_ALPHA;
            }
        }
    }

    /**
     * tanh(x) = E / (E + 2) for E = exp(2x) - 1, which is a Taylor series at 2x / 32 and then doubled five times. In small
     * loops, since the compiler makes vector instructions of these only; right to a few 1e-16.
     */
    static void tanh(double[] row, double[] powers, int n) {
        for (int u = 0; u < n; u++) {
            row[u] = Math.max(-FLAT, Math.min(FLAT, row[u])) * HALVINGS;
        }
        for (int u = 0; u < n; u++) {
            double y = row[u];
            powers[u] = ((y / 479001600 + 1.0 / 39916800) * y + 1.0 / 3628800) * y + 1.0 / 362880;
        }
        for (int u = 0; u < n; u++) {
            double y = row[u];
            powers[u] = ((powers[u] * y + 1.0 / 40320) * y + 1.0 / 5040) * y + 1.0 / 720;
        }
        for (int u = 0; u < n; u++) {
            double y = row[u];
            powers[u] = ((powers[u] * y + 1.0 / 120) * y + 1.0 / 24) * y + 1.0 / 6;
        }
        for (int u = 0; u < n; u++) {
            double y = row[u];
            powers[u] = ((powers[u] * y + 0.5) * y + 1) * y;
        }
        for (int u = 0; u < n; u++) {
            double once = powers[u] * (powers[u] + 2);
            double twice = once * (once + 2);
            powers[u] = twice * (twice + 2);
        }
        for (int u = 0; u < n; u++) {
            double once = powers[u] * (powers[u] + 2);
            double twice = once * (once + 2);
            row[u] = twice / (twice + 2);
        }
    }
}

package io.bellamy.autoencoder;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Alpha dropout (Klambauer et al., Self-Normalizing Neural Networks, 2017) as a scale and a shift: a value that is kept
 * becomes {@code a x + b}, one that is dropped {@code a alpha' + b}, so that mean and variance stay.
 */
final class Dropout {

    private static final double ALPHA = -1.7580993408473766;

    private final double[][] scale;
    private final double[][] shift;

    /** Drops nothing as yet. */
    Dropout(int width, int mostVectors) {
        scale = new double[width][mostVectors];
        shift = new double[width][mostVectors];
        clear();
    }

    /** Drops nothing from now on. */
    void clear() {
        for (double[] row : scale) {
            Arrays.fill(row, 1);
        }
        for (double[] row : shift) {
            Arrays.fill(row, 0);
        }
    }

    /** Draws anew what is dropped of n vectors; at a probability of 0 nothing is drawn. */
    void draw(double probability, RandomGenerator random, int n) {
        if (probability == 0) {
            return;
        }
        double a = 1 / Math.sqrt((1 - probability) * (1 + probability * ALPHA * ALPHA));
        double b = -a * ALPHA * probability;
        for (int u = 0; u < n; u++) {
            for (int j = 0; j < scale.length; j++) {
                boolean kept = random.nextDouble() >= probability;
                scale[j][u] = kept ? a : 0;
                shift[j][u] = kept ? b : a * ALPHA + b;
            }
        }
    }

    void apply(double[][] values, double[][] kept, int n) {
        for (int j = 0; j < scale.length; j++) {
            double[] factor = scale[j];
            double[] summand = shift[j];
            double[] value = values[j];
            double[] target = kept[j];
            for (int u = 0; u < n; u++) {
                target[u] = value[u] * factor[u] + summand[u];
            }
        }
    }

    void backward(double[][] slopes, int n) {
        for (int j = 0; j < scale.length; j++) {
            double[] factor = scale[j];
            double[] slope = slopes[j];
            for (int u = 0; u < n; u++) {
                slope[u] *= factor[u];
            }
        }
    }
}

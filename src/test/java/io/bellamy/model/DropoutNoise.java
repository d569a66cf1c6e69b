package io.bellamy.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Alpha dropout (Klambauer et al., Self-Normalizing Neural Networks, 2017) as a scale and a shift: a value that is kept
 * becomes {@code a x + b}, one that is dropped {@code a alpha' + b}, so that mean and variance stay.
 *
 * @param scale {@code [K, U, hiddenDim]}
 * @param shift {@code [K, U, hiddenDim]}
 */
public record DropoutNoise(NDArray scale, NDArray shift) {

    private static final double ALPHA = -1.7580993408473766;

    /**
     * Draws which values are dropped. A network draws for the vectors that it refers to and no others, so that its numbers
     * do not depend on its neighbours.
     *
     * @param probabilities of a value to be dropped, {@code [K]}, in [0, 1)
     * @param random a source for each network, {@code [K]}
     */
    public static DropoutNoise draw(
            NDManager manager, List<Double> probabilities, List<RandomGenerator> random, Batch batch, int width) {
        int networks = probabilities.size();
        int rows = (int) batch.vectors().getShape().get(1);
        double[] scale = new double[networks * rows * width];
        double[] shift = new double[scale.length];
        for (int k = 0; k < networks; k++) {
            double p = probabilities.get(k);
            double a = 1 / Math.sqrt((1 - p) * (1 + p * ALPHA * ALPHA));
            double b = -a * ALPHA * p;
            int first = k * rows * width;
            for (int i = first; i < first + batch.vectorCounts().get(k) * width; i++) {
                boolean kept = p == 0 || random.get(k).nextDouble() >= p;
                scale[i] = kept ? a : 0;
                shift[i] = kept ? b : a * ALPHA + b;
            }
        }
        Shape shape = new Shape(networks, rows, width);
        return new DropoutNoise(manager.create(scale, shape), manager.create(shift, shape));
    }

    NDArray apply(NDArray values) {
        return values.mul(scale).add(shift);
    }
}

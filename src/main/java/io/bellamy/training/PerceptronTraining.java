package io.bellamy.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.bellamy.model.PerceptronPass;
import io.bellamy.model.PerceptronShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains K perceptrons of one shape side by side on the same configurations, each with its own shares of them: the whole
 * data in every step, least absolute deviations, AdamW (Loshchilov and Hutter, 2019), a rate that rises over the first
 * steps and then falls along a cosine to 0.
 */
public final class PerceptronTraining {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double WARM_UP = 0.05;

    /**
     * How to train.
     *
     * @param steps how many
     * @param learningRate the highest
     * @param weightDecay decoupled from the gradient
     */
    public record Options(int steps, double learningRate, double weightDecay) {

        double rate(int step) {
            double warmUp = Math.max(1, WARM_UP * steps);
            if (step < warmUp) {
                return learningRate * (step + 1) / warmUp;
            }
            return learningRate * (1 + Math.cos(Math.PI * (step - warmUp) / (steps - warmUp))) / 2;
        }
    }

    private PerceptronTraining() {}

    /**
     * Trains.
     *
     * @param columns standardised, {@code [K][D][inputs]}
     * @param targets standardised log-runtimes of every configuration, {@code [D][T]}
     * @param shares what each of these counts for each network, {@code [K][D][T]}; they add up to 1 for a network
     * @param initial weights to start from, {@code [K][shape.size()]}
     * @return weights, {@code [K][shape.size()]}
     */
    public static List<float[]> train(
            NDManager parent,
            PerceptronShape shape,
            double[][][] columns,
            double[][] targets,
            double[][][] shares,
            List<double[]> initial,
            Options options) {
        int networks = initial.size();
        int rows = columns[0].length;
        try (NDManager manager = parent.newSubManager()) {
            NDArray inputs = manager.create(flat(columns), new Shape(networks, rows, shape.inputs()));
            NDArray goals = manager.create(flat(targets), new Shape(1, rows, targets[0].length));
            float[] flatShares = flat(shares);
            NDArray weighting = manager.create(flatShares, new Shape(networks, rows, targets[0].length));
            NDArray weights = manager.create(flat(initial.toArray(double[][]::new)), new Shape(networks, shape.size()));
            NDArray first = manager.zeros(weights.getShape());
            NDArray second = manager.zeros(weights.getShape());
            NDArray beta1 = manager.create((float) BETA1);
            NDArray beta2 = manager.create((float) BETA2);
            NDArray rest1 = manager.create((float) (1 - BETA1));
            NDArray rest2 = manager.create((float) (1 - BETA2));
            NDArray epsilon = manager.create((float) EPSILON);
            for (int step = 0; step < options.steps(); step++) {
                try (NDManager own = manager.newSubManager()) {
                    NDArray leaf = weights.duplicate();
                    leaf.attach(own);
                    leaf.setRequiresGradient(true);
                    NDArray gradient;
                    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                        NDArray x = inputs.duplicate();
                        x.attach(own);
                        NDArray predicted = PerceptronPass.apply(shape, x, leaf).expandDims(2);
                        NDArray loss = predicted.sub(goals).abs().mul(weighting).sum();
                        collector.backward(loss);
                        gradient = leaf.getGradient();
                    }
                    first.muli(beta1).addi(gradient.mul(rest1));
                    second.muli(beta2).addi(gradient.square().mul(rest2));
                    double rate = options.rate(step);
                    double correction1 = 1 - Math.pow(BETA1, step + 1);
                    double correction2 = 1 / Math.sqrt(1 - Math.pow(BETA2, step + 1));
                    NDArray root = second.sqrt();
                    root.attach(own);
                    NDArray divisor = root.muli(own.create((float) correction2)).addi(epsilon);
                    NDArray change =
                            own.create((float) (rate / correction1)).mul(first).divi(divisor);
                    weights.muli(own.create((float) (1 - rate * options.weightDecay())))
                            .subi(change);
                }
            }
            float[] all = weights.toFloatArray();
            List<float[]> trained = new ArrayList<>();
            for (int k = 0; k < networks; k++) {
                trained.add(Arrays.copyOfRange(all, k * shape.size(), (k + 1) * shape.size()));
            }
            return trained;
        }
    }

    private static float[] flat(double[][][] values) {
        return flat(Arrays.stream(values).flatMap(Arrays::stream).toArray(double[][]::new));
    }

    private static float[] flat(double[][] values) {
        int width = values[0].length;
        float[] flat = new float[values.length * width];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < width; j++) {
                flat[i * width + j] = (float) values[i][j];
            }
        }
        return flat;
    }
}

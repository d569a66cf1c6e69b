package io.bellamy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.bellamy.model.PerceptronPass;
import io.bellamy.model.PerceptronShape;
import java.util.List;

/**
 * Trains K perceptrons of one shape side by side: least absolute deviations from the log-runtime of every run, AdamW
 * (Loshchilov and Hutter, 2019), a rate that rises over the first steps and then falls along a cosine to 0. Float32.
 */
final class PerceptronTraining implements AutoCloseable {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double WARM_UP = 0.05;

    private final NDManager manager;
    private final PerceptronShape shape;
    private final PerceptronOptions options;
    private final PerceptronBatches batches;
    private NDArray weights;
    private NDArray first;
    private NDArray second;
    private int steps;

    /**
     * How to train.
     *
     * @param steps how many
     * @param learningRate the highest
     * @param weightDecay decoupled from the gradient
     */
    record PerceptronOptions(int steps, double learningRate, double weightDecay) {

        double rate(int step) {
            double warmUp = Math.max(1, WARM_UP * steps);
            if (step < warmUp) {
                return learningRate * (step + 1) / warmUp;
            }
            return learningRate * (1 + Math.cos(Math.PI * (step - warmUp) / (steps - warmUp))) / 2;
        }
    }

    /**
     * Prepares training.
     *
     * @param batches what is learned from
     * @param initial weights to start from, {@code [K][shape.size()]}
     */
    PerceptronTraining(
            NDManager parent,
            PerceptronShape shape,
            PerceptronBatches batches,
            List<float[]> initial,
            PerceptronOptions options) {
        this.manager = parent.newSubManager();
        this.shape = shape;
        this.options = options;
        this.batches = batches;
        float[] flat = new float[initial.size() * shape.size()];
        for (int k = 0; k < initial.size(); k++) {
            System.arraycopy(initial.get(k), 0, flat, k * shape.size(), shape.size());
        }
        this.weights = manager.create(flat, new Shape(initial.size(), shape.size()));
        this.first = manager.zeros(weights.getShape());
        this.second = manager.zeros(weights.getShape());
    }

    /** Runs some steps more. */
    void run(int more) {
        for (int i = 0; i < more; i++) {
            try (NDManager own = manager.newSubManager()) {
                update(own, gradient(own, batches.batch(own, steps)));
                steps++;
            }
        }
    }

    private NDArray gradient(NDManager own, PerceptronBatches.Batch batch) {
        PerceptronPass pass = new PerceptronPass(own, shape, batch.columns(), weights);
        NDArray signs = pass.predicted().expandDims(2).sub(batch.targets()).sign();
        return pass.gradient(signs.muli(batch.shares()).sum(new int[] {2}));
    }

    private void update(NDManager own, NDArray gradient) {
        double rate = options.rate(steps);
        double correction1 = 1 - Math.pow(BETA1, steps + 1.0);
        double correction2 = 1 - Math.pow(BETA2, steps + 1.0);
        first.muli(number(own, BETA1)).addi(gradient.mul(number(own, 1 - BETA1)));
        second.muli(number(own, BETA2)).addi(gradient.square().mul(number(own, 1 - BETA2)));
        NDArray root = second.sqrt();
        root.attach(own);
        NDArray divisor = root.muli(number(own, 1 / Math.sqrt(correction2))).addi(number(own, EPSILON));
        NDArray change = number(own, rate / correction1).mul(first).divi(divisor);
        weights.muli(number(own, 1 - rate * options.weightDecay())).subi(change);
    }

    private static NDArray number(NDManager manager, double value) {
        return manager.create((float) value);
    }

    /** The weights as they are now, {@code [K * shape.size()]}. */
    float[] weights() {
        return weights.toFloatArray();
    }

    /** The running means of the gradients, {@code [K * shape.size()]}. */
    float[] first() {
        return first.toFloatArray();
    }

    /** The running means of their squares, {@code [K * shape.size()]}. */
    float[] second() {
        return second.toFloatArray();
    }

    /** Goes on from where another one was. */
    void restore(int done, float[] nowWeights, float[] nowFirst, float[] nowSecond) {
        steps = done;
        weights = replaced(weights, nowWeights);
        first = replaced(first, nowFirst);
        second = replaced(second, nowSecond);
    }

    private NDArray replaced(NDArray before, float[] values) {
        NDArray now = manager.create(values, before.getShape());
        before.close();
        return now;
    }

    @Override
    public void close() {
        manager.close();
    }
}

package io.bellamy.autoencoder;

import io.bellamy.model.NetworkPart;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Adam (Kingma and Ba, 2015) with the weight decay added to the gradient, as torch.optim.Adam computes it. A part that was
 * frozen counts its steps from its release.
 */
final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final NetworkShape shape;
    private final double weightDecay;
    private final double[] first;
    private final double[] second;
    private final Map<NetworkPart, Integer> steps = new EnumMap<>(NetworkPart.class);

    /** Before the first step. */
    Adam(NetworkShape shape, double weightDecay) {
        this.shape = shape;
        this.weightDecay = weightDecay;
        this.first = new double[FlatLayout.size(shape)];
        this.second = new double[first.length];
        for (NetworkPart part : NetworkPart.values()) {
            steps.put(part, 0);
        }
    }

    /** What is remembered of the gradients, {@link #restore} goes on from it. */
    Weights first() {
        return FlatLayout.weights(shape, first);
    }

    /** What is remembered of their squares. */
    Weights second() {
        return FlatLayout.weights(shape, second);
    }

    /** How often each part was updated. */
    Map<NetworkPart, Integer> steps() {
        return Map.copyOf(steps);
    }

    void restore(Weights means, Weights squares, Map<NetworkPart, Integer> counts) {
        System.arraycopy(FlatLayout.flat(means), 0, first, 0, first.length);
        System.arraycopy(FlatLayout.flat(squares), 0, second, 0, second.length);
        steps.putAll(counts);
    }

    /** Changes the weights of some parts, all flat as {@link FlatLayout} says. */
    void update(double[] weights, double[] gradient, Set<NetworkPart> parts, double learningRate) {
        for (NetworkPart part : parts) {
            int count = steps.merge(part, 1, Integer::sum);
            double stepSize = learningRate / (1 - Math.pow(BETA1, count));
            double correction = 1 / Math.sqrt(1 - Math.pow(BETA2, count));
            int from = FlatLayout.offset(shape, part);
            update(weights, gradient, from, from + shape.size(part), stepSize, correction);
        }
    }

    private void update(double[] weights, double[] gradient, int from, int to, double stepSize, double correction) {
        double[] mean = first;
        double[] square = second;
        double decay = weightDecay;
        for (int i = from; i < to; i++) {
            double slope = gradient[i] + decay * weights[i];
            mean[i] = BETA1 * mean[i] + (1 - BETA1) * slope;
            square[i] = BETA2 * square[i] + (1 - BETA2) * slope * slope;
        }
        for (int i = from; i < to; i++) {
            weights[i] -= stepSize * mean[i] / (Math.sqrt(square[i]) * correction + EPSILON);
        }
    }
}

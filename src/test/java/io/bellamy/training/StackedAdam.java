package io.bellamy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.bellamy.model.NetworkPart;
import io.bellamy.model.StackedWeights;
import io.bellamy.model.Weights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Adam (Kingma and Ba, 2015) with the weight decay added to the gradient, as torch.optim.Adam computes it, for K stacked
 * networks, each with its own learning rate, weight decay and number of steps. A part that was frozen counts its steps
 * from its release.
 */
final class StackedAdam implements AutoCloseable {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final StackedWeights network;
    private final StackedWeights first;
    private final StackedWeights second;
    private final List<Map<NetworkPart, Integer>> steps = new ArrayList<>();
    private final NDArray weightDecay;
    private final NDArray beta1;
    private final NDArray beta2;
    private final NDArray rest1;
    private final NDArray rest2;
    private final NDArray epsilon;

    /**
     * Goes on from these states, one a network.
     *
     * @param weightDecays one a network
     */
    StackedAdam(StackedWeights network, List<AdamState> states, List<Double> weightDecays) {
        this.network = network;
        NDManager manager = network.manager();
        this.first = new StackedWeights(
                manager, states.stream().map(AdamState::first).toList());
        this.second = new StackedWeights(
                manager, states.stream().map(AdamState::second).toList());
        states.forEach(state -> steps.add(new EnumMap<>(state.steps())));
        this.weightDecay = column(manager, weightDecays);
        this.beta1 = manager.create(BETA1);
        this.beta2 = manager.create(BETA2);
        this.rest1 = manager.create(1 - BETA1);
        this.rest2 = manager.create(1 - BETA2);
        this.epsilon = manager.create(EPSILON);
    }

    /**
     * Changes the weights of some parts.
     *
     * @param step owner of what is computed on the way
     * @param gradients of these parts, {@code [K, size of the part]}
     * @param learningRates one a network
     */
    void update(NDManager step, Map<NetworkPart, NDArray> gradients, List<Double> learningRates) {
        gradients.forEach((part, gradient) -> update(step, part, gradient, learningRates));
    }

    private void update(NDManager step, NetworkPart part, NDArray gradient, List<Double> learningRates) {
        List<Double> stepSizes = new ArrayList<>();
        List<Double> corrections = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            int count = steps.get(k).merge(part, 1, Integer::sum);
            stepSizes.add(learningRates.get(k) / (1 - Math.pow(BETA1, count)));
            corrections.add(1 / Math.sqrt(1 - Math.pow(BETA2, count)));
        }
        NDArray weights = network.part(part);
        NDArray slope = gradient.add(decay(step).mul(weights));
        NDArray mean = first.part(part);
        NDArray square = second.part(part);
        mean.muli(beta1).addi(slope.mul(rest1));
        square.muli(beta2).addi(slope.square().mul(rest2));
        NDArray root = square.sqrt();
        root.attach(step);
        NDArray divisor = root.muli(column(step, corrections)).addi(epsilon);
        weights.subi(column(step, stepSizes).mul(mean).divi(divisor));
    }

    private NDArray decay(NDManager step) {
        NDArray decay = weightDecay.duplicate();
        decay.attach(step);
        return decay;
    }

    /** What is remembered of every network, in order. */
    List<AdamState> states() {
        List<Weights> means = first.weights();
        List<Weights> squares = second.weights();
        List<AdamState> states = new ArrayList<>();
        for (int k = 0; k < means.size(); k++) {
            states.add(new AdamState(means.get(k), squares.get(k), steps.get(k)));
        }
        return states;
    }

    private static NDArray column(NDManager manager, Collection<Double> values) {
        return manager.create(values.stream().mapToDouble(Double::doubleValue).toArray(), new Shape(values.size(), 1));
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}

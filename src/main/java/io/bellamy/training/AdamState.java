package io.bellamy.training;

import io.bellamy.model.NetworkPart;
import io.bellamy.model.Weights;
import java.util.EnumMap;
import java.util.Map;

/**
 * What Adam remembers of one network.
 *
 * @param first running mean of the gradients
 * @param second running mean of their squares
 * @param steps how often each part was updated
 */
record AdamState(Weights first, Weights second, Map<NetworkPart, Integer> steps) {

    AdamState {
        steps = Map.copyOf(steps);
    }

    /** Before the first step. */
    static AdamState fresh(Weights like) {
        Map<NetworkPart, double[]> zeros = new EnumMap<>(NetworkPart.class);
        Map<NetworkPart, Integer> steps = new EnumMap<>(NetworkPart.class);
        for (NetworkPart part : NetworkPart.values()) {
            zeros.put(part, new double[like.shape().size(part)]);
            steps.put(part, 0);
        }
        Weights zero = Weights.of(like.shape(), zeros);
        return new AdamState(zero, zero, steps);
    }
}

package io.bellamy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.bellamy.model.NetworkPart;
import io.bellamy.model.StackedWeights;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Takes the gradients of a loss by automatic differentiation. */
final class Gradients {

    private Gradients() {}

    /**
     * The gradients of some parts, {@code [K, size of the part]} each.
     *
     * @param step owner of everything that comes of it
     * @param loss the loss of every network, {@code [K]}
     */
    static Map<NetworkPart, NDArray> of(
            NDManager step,
            StackedWeights network,
            Set<NetworkPart> parts,
            Function<StackedWeights.Step, NDArray> loss) {
        try (GradientCollector collector = step.getEngine().newGradientCollector()) {
            StackedWeights.Step pass = network.step(step, parts);
            // the networks share nothing, so the gradient of the sum is that of each
            collector.backward(loss.apply(pass).sum());
            Map<NetworkPart, NDArray> gradients = new EnumMap<>(NetworkPart.class);
            for (NetworkPart part : parts) {
                gradients.put(part, pass.leaves().get(part).getGradient());
            }
            return gradients;
        }
    }
}

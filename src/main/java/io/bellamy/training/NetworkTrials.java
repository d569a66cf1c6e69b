package io.bellamy.training;

import io.bellamy.model.NetworkShape;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Trial;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * Trials that train the original's network; a round is an epoch.
 *
 * @param shape of the network
 * @param defaults what a trial uses that it does not choose for itself
 * @param stacks lets trials go on side by side
 */
record NetworkTrials(
        NetworkShape shape, Hyperparameters defaults, Function<List<NetworkSlot>, Stack<NetworkSlot>> stacks)
        implements TrialKind<NetworkSlot> {

    @Override
    public NetworkSlot start(Trial trial, Seed seed) {
        return NetworkSlot.start(trial, seed, shape, defaults);
    }

    @Override
    public NetworkSlot resume(Trial trial, Seed seed, ByteBuffer packed) {
        return NetworkSlot.resume(trial, shape, defaults, packed);
    }

    @Override
    public Stack<NetworkSlot> stack(List<NetworkSlot> slots) {
        return stacks.apply(slots);
    }
}

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
        NetworkShape shape, Hyperparameters defaults, Function<List<RunningNetwork>, TrialGroup<RunningNetwork>> stacks)
        implements TrialTraining<RunningNetwork> {

    @Override
    public RunningNetwork start(Trial trial, Seed seed) {
        return RunningNetwork.start(trial, seed, shape, defaults);
    }

    @Override
    public RunningNetwork resume(Trial trial, Seed seed, ByteBuffer packed) {
        return RunningNetwork.resume(trial, shape, defaults, packed);
    }

    @Override
    public TrialGroup<RunningNetwork> stack(List<RunningNetwork> slots) {
        return stacks.apply(slots);
    }
}

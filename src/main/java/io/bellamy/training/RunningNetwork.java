package io.bellamy.training;

import io.bellamy.model.NetworkPart;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.SeededRandom;
import io.bellamy.tuning.Trial;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * A trial of an auto-encoder under way.
 *
 * @param trial its number and what it chose
 * @param hyperparameters what it trains with
 * @param epoch how many epochs it has run
 * @param weights its weights now
 * @param adam what Adam remembers of it now
 * @param random where its random numbers come from
 */
record RunningNetwork(
        Trial trial, Hyperparameters hyperparameters, int epoch, Weights weights, AdamState adam, Sources random)
        implements RunningTrial {

    /**
     * Sources of random numbers.
     *
     * @param shuffling for the order of the rows
     * @param noise for the noise on the runtimes
     * @param dropout for what is dropped
     */
    record Sources(SeededRandom shuffling, SeededRandom noise, SeededRandom dropout) {}

    /** A trial before its first epoch. */
    static RunningNetwork start(Trial trial, Seed seed, NetworkShape shape, Hyperparameters defaults) {
        Weights weights = Weights.random(shape, seed.stream("weights").generator());
        Sources random = new Sources(
                seed.stream("shuffle").generator(),
                seed.stream("noise").generator(),
                seed.stream("dropout").generator());
        return new RunningNetwork(
                trial, defaults.with(trial.parameters()), 0, weights, AdamState.fresh(weights), random);
    }

    RunningNetwork after(int epochs, Weights nowWeights, AdamState nowAdam) {
        return new RunningNetwork(trial, hyperparameters, epochs, nowWeights, nowAdam, random);
    }

    @Override
    public ByteBuffer packed() {
        ByteBuffer bytes = ByteBuffer.allocate(packedSize(weights.shape()));
        bytes.putInt(epoch)
                .putLong(random.shuffling().position())
                .putLong(random.noise().position())
                .putLong(random.dropout().position());
        PackedWeights.put(bytes, weights);
        PackedWeights.put(bytes, adam.first());
        PackedWeights.put(bytes, adam.second());
        for (NetworkPart part : NetworkPart.values()) {
            bytes.putInt(adam.steps().get(part));
        }
        return bytes.flip();
    }

    /**
     * A trial where it was when it was packed.
     *
     * @throws IllegalArgumentException if that was no trial of such a network
     */
    static RunningNetwork resume(Trial trial, NetworkShape shape, Hyperparameters defaults, ByteBuffer packed) {
        PackedWeights.requireSize(packed, packedSize(shape));
        int epoch = packed.getInt();
        Sources random = new Sources(
                new SeededRandom(packed.getLong()),
                new SeededRandom(packed.getLong()),
                new SeededRandom(packed.getLong()));
        Weights weights = PackedWeights.get(packed, shape);
        Weights first = PackedWeights.get(packed, shape);
        Weights second = PackedWeights.get(packed, shape);
        Map<NetworkPart, Integer> steps = new EnumMap<>(NetworkPart.class);
        for (NetworkPart part : NetworkPart.values()) {
            steps.put(part, packed.getInt());
        }
        AdamState adam = new AdamState(first, second, steps);
        return new RunningNetwork(trial, defaults.with(trial.parameters()), epoch, weights, adam, random);
    }

    private static int packedSize(NetworkShape shape) {
        return Integer.BYTES
                + 3 * Long.BYTES
                + 3 * PackedWeights.size(shape)
                + NetworkPart.values().length * Integer.BYTES;
    }
}

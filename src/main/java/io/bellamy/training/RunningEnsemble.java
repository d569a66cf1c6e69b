package io.bellamy.training;

import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Trial;
import java.nio.ByteBuffer;

/**
 * A trial of an ensemble under way.
 *
 * @param trial its number and what it chose
 * @param seed of its networks
 * @param steps how many it has run
 * @param state what its training packed then; empty before the first step
 */
record RunningEnsemble(Trial trial, Seed seed, int steps, ByteBuffer state) implements RunningTrial {

    static RunningEnsemble start(Trial trial, Seed seed) {
        return new RunningEnsemble(trial, seed, 0, ByteBuffer.allocate(0));
    }

    static RunningEnsemble resume(Trial trial, Seed seed, ByteBuffer packed) {
        int steps = packed.getInt();
        return new RunningEnsemble(trial, seed, steps, packed.slice());
    }

    @Override
    public ByteBuffer packed() {
        return ByteBuffer.allocate(Integer.BYTES + state.remaining())
                .putInt(steps)
                .put(state.duplicate())
                .flip();
    }
}

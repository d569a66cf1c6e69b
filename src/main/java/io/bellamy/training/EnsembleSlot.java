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
record EnsembleSlot(Trial trial, Seed seed, int steps, ByteBuffer state) implements Slot {

    static EnsembleSlot start(Trial trial, Seed seed) {
        return new EnsembleSlot(trial, seed, 0, ByteBuffer.allocate(0));
    }

    static EnsembleSlot resume(Trial trial, Seed seed, ByteBuffer packed) {
        int steps = packed.getInt();
        return new EnsembleSlot(trial, seed, steps, packed.slice());
    }

    @Override
    public ByteBuffer packed() {
        return ByteBuffer.allocate(Integer.BYTES + state.remaining())
                .putInt(steps)
                .put(state.duplicate())
                .flip();
    }
}

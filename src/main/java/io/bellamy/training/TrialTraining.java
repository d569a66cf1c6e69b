package io.bellamy.training;

import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Trial;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What the trials of a search train.
 *
 * @param <S> a trial under way
 */
interface TrialTraining<S extends RunningTrial> {

    /** A trial before its first epoch. */
    S start(Trial trial, Seed seed);

    /**
     * A trial where it was when it was packed.
     *
     * @throws IllegalArgumentException if this is not what such a trial packs
     */
    S resume(Trial trial, Seed seed, ByteBuffer packed);

    /** Lets trials go on side by side. */
    TrialGroup<S> stack(List<S> slots);
}

package io.bellamy.tuning;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The numbers of {@link SplittableRandom}, from a generator whose position can be kept, to go on from there in another
 * process. SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
 */
public final class SeededRandom implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long position;

    /**
     * Starts, or goes on.
     *
     * @param position a seed, or what {@link #position()} gave
     */
    public SeededRandom(long position) {
        this.position = position;
    }

    /** Where it is: all that the numbers to come depend on. */
    public long position() {
        return position;
    }

    @Override
    public long nextLong() {
        long z = step();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Not the upper half of {@link #nextLong()}, as in {@link SplittableRandom}. */
    @Override
    public int nextInt() {
        long z = step();
        z = (z ^ (z >>> 33)) * 0x62A9D9ED799705F5L;
        return (int) (((z ^ (z >>> 28)) * 0xCB24D0A5C88C35B3L) >>> 32);
    }

    private long step() {
        position += GOLDEN_GAMMA;
        return position;
    }
}

package io.bellamy.tuning;

/**
 * A seed from which others are derived by name, so that every random decision of a trial follows from the study's seed
 * and the trial's number alone, whatever runs beside it. Streams of different names, trials or studies are independent
 * for all practical purposes: each step goes through the 64-bit finaliser of SplitMix64 (Steele, Lea, Flood: Fast
 * Splittable Pseudorandom Number Generators, OOPSLA 2014).
 *
 * @param value the seed itself, for libraries that want a number
 */
public record Seed(long value) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /**
     * The seed of a trial.
     *
     * @param number the trial's number, from 0
     */
    public static Seed forTrial(long studySeed, int number) {
        return new Seed(step(step(0, studySeed), number));
    }

    /**
     * The seed for one purpose.
     *
     * @param name the purpose, such as weights, shuffle, noise or dropout
     */
    public Seed stream(String name) {
        long state = step(value, name.length());
        for (int i = 0; i < name.length(); i++) {
            state = step(state, name.charAt(i));
        }
        return new Seed(state);
    }

    /** A new generator, which gives the same numbers every time that it is asked for. */
    public SeededRandom generator() {
        return new SeededRandom(value);
    }

    /** Both steps are one-to-one in the input, so different inputs to the same state never meet. */
    private static long step(long state, long input) {
        return mix(mix(state + GOLDEN_GAMMA) ^ input);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

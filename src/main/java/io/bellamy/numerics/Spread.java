package io.bellamy.numerics;

/**
 * Where numbers lie.
 *
 * @param mean of all; 0 where there is none
 * @param deviation of all from the mean, as of a whole population; 0 where there is none
 */
public record Spread(double mean, double deviation) {

    /** A deviation below this, relative to the mean, is that of numbers that are the same. */
    private static final double CONSTANT = 1e-9;

    /** Of some numbers. */
    public static Spread of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean) / values.length;
        }
        return new Spread(mean, Math.sqrt(square));
    }

    /** Are all numbers the same, to the precision of what is computed with them? */
    public boolean isConstant() {
        return deviation <= CONSTANT * Math.max(1, Math.abs(mean));
    }
}

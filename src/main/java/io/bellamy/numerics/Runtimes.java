package io.bellamy.numerics;

/** Which runtimes can be computed with: the squares and powers of what no job takes are no numbers any more. */
public final class Runtimes {

    /** What a runtime must be, for messages. */
    public static final String RULE = "a runtime from a microsecond to a thousand million seconds (31 years)";

    private static final double LEAST_SECONDS = 1e-6;
    private static final double MOST_SECONDS = 1e9;

    private Runtimes() {}

    /** Is it one? */
    public static boolean isUsable(double seconds) {
        return seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS;
    }
}
